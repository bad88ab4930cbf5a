import { describe, expect, it } from 'vitest';
import { defaultWorkingHours } from '#contract/rules.ts';
import type { SettingsChange } from '#contract/settings.ts';
import { settingsChanged } from '../../electron/state/settingsTransitions.ts';
import { hour, last, minute, minutes, pass, shown, start } from './ruled.ts';

const inACall = { availability: 'Busy', activity: 'InACall' } as const;
const quiet = { availability: 'DoNotDisturb', activity: 'DoNotDisturb' } as const;

/** Somebody whose last reading, a minute ago, said that they are in a call. */
async function afterCall(change: SettingsChange, isLocked = () => false) {
  const journey = await start({}, { isLocked });
  const { simulator, store } = journey;
  const { mira } = simulator.people;
  simulator.openTeams(mira, inACall);
  await journey.handlers.refreshPresence(undefined);
  simulator.openTeams(mira, { availability: 'Available', activity: 'Available' });
  store.apply(settingsChanged, change);
  await journey.clock.advance(minute);
  return journey;
}

describe('[D1] a call that is over stands in no rule’s way', () => {
  it('when the screen is locked right after it, nor when it is unlocked', async () => {
    const journey = await afterCall({ lockRule: { availability: 'Away' } });
    await journey.hear('lock');
    expect([shown(journey), last(journey)]).toMatchObject(['Away', { rule: 'lock', skipped: null }]);

    const next = await afterCall({ unlockRule: { availability: 'BeRightBack' } });
    await next.clock.advance(hour);
    await next.hear('unlock');
    expect([shown(next), last(next)]).toMatchObject(['BeRightBack', { rule: 'unlock', skipped: null }]);
  });
});

it.each(['lock', 'sleep'] as const)('[D1] a %s with nothing in its way is told at once', async (event) => {
  const journey = await start({ [`${event}Rule`]: { availability: 'Away' } });
  await journey.clock.advance(minute);
  const before = journey.simulator.requests.length;
  await journey.hear(event);
  expect([shown(journey), journey.simulator.requests[before]?.method]).toEqual(['Away', 'POST']);
});

describe('[D2] hours that begin behind a locked screen', () => {
  const workingHours = { ...defaultWorkingHours, days: [3], inside: { availability: 'Busy' } } as const;

  /** A night later, half an hour into the hours. */
  async function nextMorning() {
    let isLocked = false;
    const journey = await afterCall({ workingHours }, () => isLocked);
    isLocked = true;
    await journey.clock.advance(24 * hour);
    return journey;
  }

  it('do so where the last that was seen is a call of the day before', async () => {
    const journey = await nextMorning();
    await pass(journey, minute);
    expect([shown(journey), last(journey)]).toMatchObject(['Busy', { rule: 'workingHours', skipped: null }]);
  });

  it('leave alone what was chosen elsewhere meanwhile, also where it can be read only later', async () => {
    const journey = await nextMorning();
    const { simulator, network } = journey;
    simulator.chooseInTeams(simulator.people.mira, quiet);
    network.isUp = false;
    await pass(journey, minute);
    expect(last(journey)).toBeNull();
    network.isUp = true;
    await pass(journey, 4 * minute);
    expect([shown(journey), last(journey)]).toMatchObject([
      'DoNotDisturb',
      { rule: 'workingHours', skipped: 'manual' },
    ]);
  });

  it('[N8] ask as rarely as ever while nobody answers, and no more once they have begun', async () => {
    const journey = await nextMorning();
    const { simulator, clock, upkeep } = journey;
    simulator.setProfile({ name: 'serverError500', on: 'reads' });
    const before = simulator.requests.length;
    for (let beat = 0; beat < 180; beat += 1) {
      await clock.advance(10_000);
      await upkeep();
    }
    expect(simulator.requests.length - before).toBeLessThanOrEqual(10);
    simulator.setProfile('acceptsAndShows');
    await pass(journey, 4 * minute);
    const begun = simulator.requests.length;
    await pass(journey, hour);
    expect(simulator.requests.length - begun).toBeLessThanOrEqual(3);
  });
});

it('[D2] hours that end during a call do so when it is over, and say so meanwhile', async () => {
  const workingHours = { ...defaultWorkingHours, days: [2], outside: { availability: 'Offline' } } as const;
  const journey = await start({ workingHours });
  const { simulator } = journey;
  await pass(journey, 7.8 * hour);
  simulator.openTeams(simulator.people.mira, inACall);
  await minutes(journey, 30);
  expect([shown(journey), last(journey)]).toMatchObject(['Busy', { rule: 'workingHours', skipped: 'meeting' }]);
  const said = last(journey);
  await minutes(journey, 10);
  expect(last(journey)).toBe(said);
  simulator.openTeams(simulator.people.mira, { availability: 'Available', activity: 'Available' });
  await minutes(journey, 6);
  expect([shown(journey), last(journey)]).toMatchObject(['Offline', { rule: 'workingHours', skipped: null }]);
});
