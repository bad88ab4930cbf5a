import { describe, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { plainPresence } from '#contract/presence.ts';
import type { AppState, KnownPresence } from '#contract/state.ts';
import type { AskedFirst, Facts } from '../../../electron/schedule/facts.ts';
import { account, choice, day, expectDuties, minute, now, problem, type Row, second, untried, wish } from './rows.ts';

function tried(duty: AskedFirst, at: number): Pick<Facts, 'triedAt'> {
  return { triedAt: { ...untried, [duty]: at } };
}

function message(
  endsAt: number | null,
  more: Partial<AppState['statusMessage']> = {},
): Pick<AppState, 'statusMessage'> {
  const seen = { text: 'At lunch', endsAt: endsAt === null ? null : toInstant(endsAt) };
  return { statusMessage: { seen, asking: { status: 'idle' }, recent: ['At lunch'], ...more } };
}

describe('the end of a choice', () => {
  const chosen = choice(now);
  const refused = {
    status: 'failed',
    wish: { kind: 'automatic' },
    problem: { kind: 'unexpected', trace: {} },
  } as const;
  it.each<Row>([
    ['is due at its moment', { chosen }, {}, ['endChoice']],
    ['is not due a moment before', { chosen: choice(now + 1) }, {}, []],
    ['is never due where it lasts until changed', { chosen: choice(null) }, {}, []],
    ['is due while locked', { chosen }, { isLocked: true }, ['endChoice']],
    ['waits for the network', { chosen, isOnline: false }, {}, []],
    [
      'is due while it is not seen',
      { chosen, publication: { status: 'notVisible', wish: wish(now) } },
      {},
      ['endChoice'],
    ],
    ['is due while it is checked', { chosen, publication: { status: 'checking', wish: wish(now) } }, {}, ['endChoice']],
    ['gives way to a change under way', { chosen, publication: { status: 'publishing', wish: wish(null) } }, {}, []],
    ['gives way to one that waits', { chosen, publication: { status: 'waiting', wish: wish(null), problem } }, {}, []],
    ['is due after a refusal', { chosen, publication: refused }, {}, ['endChoice']],
    ['is not tried again at once', { chosen }, tried('endChoice', now - minute + 1), []],
    ['nor after a refusal', { chosen, publication: refused }, tried('endChoice', now - minute + 1), []],
    ['is tried again', { chosen, publication: refused }, tried('endChoice', now - minute), ['endChoice']],
    ['is tried after the clock went back', { chosen }, tried('endChoice', now + day), ['endChoice']],
  ])('%s', expectDuties);
});

describe('a wish that waits', () => {
  it.each<Row>([
    ['is dropped at its own end', { publication: { status: 'waiting', wish: wish(now), problem } }, {}, ['dropWish']],
    [
      'is not looked for all the time',
      { publication: { status: 'waiting', wish: wish(now), problem } },
      tried('dropWish', now - second),
      [],
    ],
    [
      'is kept offline, because nobody can tell whether it was carried out',
      { isOnline: false, publication: { status: 'waiting', wish: wish(now), problem } },
      {},
      [],
    ],
    ['waits on before it', { publication: { status: 'waiting', wish: wish(now + 1), problem } }, {}, []],
    ['waits on without an end', { publication: { status: 'waiting', wish: wish(null), problem } }, {}, []],
    ['waits on for automatic', { publication: { status: 'waiting', wish: { kind: 'automatic' }, problem } }, {}, []],
    ['is kept while it is sent', { publication: { status: 'publishing', wish: wish(now - 1) } }, {}, []],
  ])('%s', expectDuties);
});

describe('a planned end', () => {
  const plan = (at: number) => ({ plan: { lasts: { until: toInstant(at) }, sequel: 'automatic' as const } });
  it.each<Row>([
    ['is forgotten once it has passed', plan(now), {}, ['dropPlan']],
    ['stands until then', plan(now + 1), {}, []],
  ])('%s', expectDuties);
});

describe('the status message', () => {
  const asking = { status: 'failed', message: { text: '', endsAt: null }, problem } as const;
  it.each<Row>([
    ['is cleared at its end', message(now), {}, ['endMessage']],
    ['stays before it', message(now + 1), {}, []],
    ['stays without one', message(null), {}, []],
    ['stays where it was not written here', message(now, { recent: [] }), {}, []],
    ['waits for the network', { ...message(now), isOnline: false }, {}, []],
    [
      'is not touched while a new one is sent',
      message(now, { asking: { status: 'sending', message: { text: 'Back', endsAt: null } } }),
      {},
      [],
    ],
    ['is not tried again at once', message(now, { asking }), tried('endMessage', now - second), []],
    ['is tried again', message(now, { asking }), tried('endMessage', now - minute), ['endMessage']],
  ])('%s', expectDuties);
});

describe('[P2] what others see', () => {
  const value = { ...plainPresence('Busy'), outOfOfficeSettings: inTheOffice };
  const heard = (at: number, evidence: KnownPresence['evidence'] = 'seen') => ({
    presence: { value, evidence, at: toInstant(at) },
  });
  it.each<Row>([
    ['is known for half an hour', heard(now - 30 * minute + 1), {}, []],
    ['is then to be forgotten', heard(now - 30 * minute), {}, ['forgetOld']],
    ['without a network, too', { ...heard(now - 30 * minute), isOnline: false }, {}, ['forgetOld']],
    ['waits for an answer', { ...heard(now - 30 * minute), reading: { status: 'reading' } }, {}, []],
    ['is forgotten once', heard(now - 30 * minute, 'outdated'), {}, []],
    ['is read first where it can be', heard(now - 30 * minute), { lastReadAt: null }, ['read', 'forgetOld']],
    ['is left as it is behind a locked screen', heard(now - 30 * minute), { isLocked: true }, []],
  ])('%s', expectDuties);
});

describe('reading', () => {
  const ago = (milliseconds: number, more: Partial<Facts> = {}) => ({ lastReadAt: now - milliseconds, ...more });
  const open = { isPopupOpen: true };
  it.each<Row>([
    ['is due at first', {}, { lastReadAt: null }, ['read']],
    ['is due after 4 minutes', {}, ago(4 * minute), ['read']],
    ['is not due before', {}, ago(4 * minute - 1), []],
    ['is due after 25 seconds in sight', {}, ago(25 * second, open), ['read']],
    ['is not due before, in sight', {}, ago(25 * second - 1, open), []],
    ['comes a fifth sooner by chance', {}, ago(20 * second, { ...open, jitter: 0 }), ['read']],
    ['comes no sooner than that', {}, ago(192 * second - 1, { jitter: 0 }), []],
    ['comes a fifth later by chance', {}, ago(287 * second, { jitter: 0.999 }), []],
    ['comes no later than that', {}, ago(288 * second, { jitter: 0.999 }), ['read']],
    ['is due after the clock went back', {}, { lastReadAt: now + minute }, ['read']],
    ['pauses while locked, also in sight', {}, { ...open, isLocked: true, lastReadAt: null }, []],
    ['pauses without a network', { isOnline: false }, { lastReadAt: null }, []],
    ['is not done twice at a time', { reading: { status: 'reading' } }, { lastReadAt: null }, []],
  ])('%s', expectDuties);
});

describe('after three days of sleep', () => {
  const ended = { ...message(now - 2 * day), chosen: choice(now - 2 * day), visibleUntil: toInstant(now - 2 * day) };
  const publication = { status: 'waiting', wish: wish(now - 2 * day), problem } as const;
  const asleep = { now, lastReadAt: now - 3 * day, lastRenewedAt: now - 3 * day, choiceLife: day };
  const session = { status: 'signedOut', account, problem: { kind: 'signInRequired' } } as const;
  it.each<Row>([
    [
      'all that ended is done at once',
      { ...ended, publication },
      asleep,
      ['dropWish', 'endChoice', 'endMessage', 'stopVisible', 'read'],
    ],
    ['nothing is done where nobody is signed in', { ...ended, publication, session }, asleep, []],
    [
      'what has no end is renewed',
      { chosen: choice(null, now - 3 * day), visibleUntil: toInstant(now + 1) },
      asleep,
      ['renewSession', 'renewChoice', 'read'],
    ],
  ])('%s', expectDuties);
});
