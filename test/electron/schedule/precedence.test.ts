import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isElsewhere } from '#contract/elsewhere.ts';
import { toInstant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { type Availability, availabilities, plainPresence } from '#contract/presence.ts';
import { type Level, precedence, type RuleName, ruleNames } from '#contract/rules.ts';
import { type AppState, type Choice, initialState } from '#contract/state.ts';
import { claimsOf, inTheWayOf, isOverStronger, levelOf, ruling } from '../../../electron/schedule/precedence.ts';

const at = toInstant(0);

function choice(availability: Availability, rule?: RuleName): Choice {
  return {
    presence: plainPresence(availability),
    at,
    ending: null,
    isShown: true,
    ...(rule !== undefined && { rule }),
  };
}

function seen(availability: Availability, activity: string, isOutOfOffice = false): AppState['presence'] {
  const outOfOfficeSettings = isOutOfOffice ? { isOutOfOffice, message: null } : inTheOffice;
  return { value: { availability, activity, outOfOfficeSettings }, evidence: 'seen', at };
}

const state = (change: Partial<AppState>): AppState => ({ ...initialState, ...change });
const automatic = seen('Available', 'Available');

describe('[D1] one precedence for all that sets a presence', () => {
  it.each([
    { what: 'nothing', change: { presence: automatic }, level: 'automatic', lock: null, startup: null },
    {
      what: 'the startup rule',
      change: { chosen: choice('Available', 'startup') },
      level: 'startup',
      lock: null,
      startup: null,
    },
    {
      what: 'working hours',
      change: { chosen: choice('Busy', 'workingHours') },
      level: 'schedule',
      lock: null,
      startup: 'schedule',
    },
    {
      what: 'a locked screen',
      change: { chosen: choice('Away', 'lock') },
      level: 'schedule',
      lock: null,
      startup: 'schedule',
    },
    {
      what: 'a call',
      change: { presence: seen('Busy', 'InACall') },
      level: 'meeting',
      lock: 'meeting',
      startup: 'meeting',
    },
    {
      what: 'a meeting over a rule',
      change: { chosen: choice('Available', 'startup'), presence: seen('Busy', 'InAMeeting') },
      level: 'meeting',
      lock: 'meeting',
      startup: 'meeting',
    },
    {
      what: 'out of office',
      change: { presence: seen('Available', 'Available', true) },
      level: 'outOfOffice',
      lock: 'outOfOffice',
      startup: 'outOfOffice',
    },
    {
      what: 'a choice of one’s own',
      change: { chosen: choice('Busy'), presence: seen('Busy', 'InACall', true) },
      level: 'manual',
      lock: 'manual',
      startup: 'manual',
    },
    {
      what: 'a choice on its way',
      change: {
        publication: { status: 'publishing', wish: { kind: 'presence', outOfOfficeSettings: null, ...choice('Busy') } },
      },
      level: 'manual',
      lock: 'manual',
      startup: 'manual',
    },
    {
      what: 'a reset on its way',
      change: { chosen: choice('Busy'), publication: { status: 'publishing', wish: { kind: 'automatic' } } },
      level: 'automatic',
      lock: null,
      startup: null,
    },
  ] as const)('$what', ({ change, level, lock, startup }) => {
    const claims = claimsOf(state(change as Partial<AppState>));
    expect(ruling(claims)).toBe(level);
    expect(inTheWayOf('lock', claims)).toBe(lock);
    expect(inTheWayOf('startup', claims)).toBe(startup);
  });

  it('whoever claims, the strongest rules, and a rule never goes over anything above its level', () => {
    const claims = fc.record(Object.fromEntries(precedence.map((level) => [level, fc.boolean()])));
    fc.assert(
      fc.property(claims, fc.constantFrom(...ruleNames), (claimed, rule) => {
        const strongest = ruling(claimed);
        const above = precedence.slice(0, precedence.indexOf(levelOf(rule)));
        const isClaimed = (level: Level) => claimed[level] === true;
        expect(above.some(isClaimed)).toBe(inTheWayOf(rule, claimed) !== null);
        expect(precedence.slice(0, precedence.indexOf(strongest)).some(isClaimed)).toBe(false);
      }),
    );
  });

  it('what was chosen elsewhere is told from a call, and from what nobody has read', () => {
    const busy = seen('Busy', 'Busy');
    const cases: readonly [AppState['presence'], boolean][] = [
      [busy, true],
      [seen('Busy', 'InACall'), false],
      [seen('DoNotDisturb', 'Presenting'), false],
      [seen('Offline', 'OffWork'), true],
      [seen('Offline', 'Offline'), false],
      [automatic, false],
      [busy && { ...busy, evidence: 'accepted' }, false],
      [busy && { ...busy, evidence: 'outdated' }, false],
    ];
    expect(cases.map(([presence]) => isElsewhere(state({ presence })))).toEqual(cases.map(([, isSo]) => isSo));
  });

  it('a state chosen elsewhere that asks for more quiet is told apart', () => {
    const quieter = availabilities.filter((wanted) =>
      isOverStronger(state({ presence: seen('Busy', 'Busy') }), plainPresence(wanted)),
    );
    expect(quieter).toEqual(['Available', 'BeRightBack', 'Away', 'Offline']);
    expect(isOverStronger(state({ presence: automatic }), plainPresence('Away'))).toBe(false);
    const own = state({ presence: seen('Busy', 'Busy'), chosen: choice('Busy', 'startup') });
    expect(isOverStronger(own, plainPresence('Available'))).toBe(false);
  });
});
