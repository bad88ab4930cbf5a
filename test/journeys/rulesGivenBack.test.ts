import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { type Preset, starterPresets } from '#contract/preset.ts';
import { defaultStartupRule, defaultWorkingHours } from '#contract/rules.ts';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { allowed, later, plan } from './absence.ts';
import { again, hour, login, minute, pass, shown, start } from './ruled.ts';

const busy = { availability: 'Busy' } as const;
const gone = { availability: 'Away' } as const;
const offline = { availability: 'Offline' } as const;
const hours = { ...defaultWorkingHours, days: [2], inside: busy, outside: 'restore' } as const;
const lunch: Preset = {
  ...{ id: 'lunch', name: 'Lunch', icon: 'food', isFavourite: true, lasts: 'PT1H', sequel: 'Away' },
  ...{ presence: { availability: 'BeRightBack', activity: 'BeRightBack' }, statusMessage: 'Gone for lunch' },
  ...{ outOfOffice: { isOutOfOffice: true, message: null }, workLocation: 'remote' },
};

describe('[D2] hours that end with what was before', () => {
  it.each(['lock', 'sleep'] as const)('do so also after a %s that lasts over their end', async (away) => {
    const rules = { lockRule: gone, unlockRule: 'restore', sleepRule: gone, wakeRule: 'restore' } as const;
    const journey = await start({ ...rules, workingHours: hours });
    await pass(journey, minute);
    await pass(journey, 7.8 * hour);
    await journey.hear(away);
    await pass(journey, hour);
    expect(shown(journey)).toBe('Away');
    await journey.hear(away === 'lock' ? 'unlock' : 'wake');
    await pass(journey, minute);
    expect([shown(journey), journey.store.get().chosen]).toEqual(['Available', null]);
  });
});

describe('[D1] what a rule for the quit left', () => {
  it('is over at the next start, and the hours of that day hold again', async () => {
    const rules = { workingHours: hours, quitRule: offline } as const;
    const journey = await start(rules);
    await pass(journey, minute);
    await journey.hear('quit');
    expect(shown(journey)).toBe('Offline');
    const next = await again(journey, rules);
    await pass(next, minute);
    expect([shown(next), next.store.get().chosen?.rule]).toEqual(['Busy', 'workingHours']);
  });

  it('is over at the next start, and the startup rule of that login holds again', async () => {
    const startupRule = { ...defaultStartupRule, when: 'login', delaySeconds: 0, deed: busy } as const;
    const rules = { startupRule, quitRule: offline } as const;
    const journey = await start(rules);
    await pass(journey, minute);
    await journey.hear('quit');
    const next = await again(journey, rules);
    await pass(next, minute);
    expect([shown(next), next.store.get().chosen?.rule]).toEqual(['Busy', 'startup']);
  });

  it('is over on another day, with the hours before it', async () => {
    const rules = { workingHours: { ...hours, days: [2, 4] }, quitRule: offline } as const;
    const journey = await start({ ...rules, workingHours: { ...hours, outside: 'keep' } });
    await pass(journey, minute);
    await journey.hear('quit');
    await journey.clock.advance(24 * hour);
    const next = await again(journey, rules);
    await pass(next, minute);
    expect([shown(next), next.store.get().chosen]).toEqual(['Available', null]);
  });
});

it('[D1] a screen that is locked again before its unlock was told shows as that', async () => {
  const journey = await start({ lockRule: gone });
  await journey.hear('lock');
  journey.network.isUp = false;
  await journey.hear('unlock');
  await journey.hear('lock');
  journey.network.isUp = true;
  await journey.catchUp();
  expect([shown(journey), journey.store.get().chosen?.rule]).toEqual(['Away', 'lock']);
  await journey.hear('unlock');
  expect([shown(journey), journey.store.get().chosen]).toEqual(['Available', null]);
});

it('[D1] what a rule for the quit could not send is told nobody at the next start', async () => {
  const journey = await start({ quitRule: offline });
  journey.network.isUp = false;
  await journey.hear('quit');
  await journey.saved();
  const next = await again(journey, { quitRule: offline }, { start: { isAtLogin: false, login } });
  await pass(next, minute);
  expect([shown(next), next.store.get().chosen, next.posts()]).toEqual(['Available', null, []]);
});

describe('[D1] what a rule for the lock left is over at the next login', () => {
  const rules = { lockRule: gone, unlockRule: 'restore' } as const;

  it('also where the computer was not started anew, as after a log-off or Windows’ fast startup', async () => {
    const journey = await start(rules);
    await journey.hear('lock');
    expect(shown(journey)).toBe('Away');
    await journey.saved();
    await journey.clock.advance(14 * hour);
    const next = await again(journey, rules, { start: { isAtLogin: true, login: { ...login, session: '5' } } });
    await pass(next, minute);
    expect([shown(next), next.store.get().chosen]).toEqual(['Available', null]);
  });

  it('also where it was locked offline, and nobody else was told', async () => {
    const journey = await start(rules);
    journey.network.isUp = false;
    journey.store.apply(connectionChanged, false);
    await journey.hear('lock');
    await journey.clock.advance(14 * hour);
    const bootedAt = toInstant(journey.clock.now() - minute);
    const next = await again(journey, rules, { start: { isAtLogin: true, login: { session: '5', bootedAt } } });
    await pass(next, minute);
    expect([shown(next), next.store.get().chosen]).toEqual(['Available', null]);
    expect(next.posts().filter((post) => JSON.stringify(post).includes('Away'))).toEqual([]);
  });

  it('but holds where the app alone is started again behind the lock', async () => {
    const journey = await start(rules);
    await journey.hear('lock');
    const next = await again(journey, rules, { start: { isAtLogin: false, login } });
    await pass(next, minute);
    expect(shown(next)).toBe('Away');
  });
});

describe('[D1] a rule that set a preset', () => {
  const nothingOfIt = { isOutOfOffice: false, text: '', workLocation: undefined };
  async function seen(journey: Awaited<ReturnType<typeof start>>) {
    await journey.handlers.refreshPresence(undefined);
    const value = journey.store.get().presence?.value;
    return {
      isOutOfOffice: value?.outOfOfficeSettings.isOutOfOffice,
      text: value?.statusMessage?.text ?? '',
      workLocation: value?.workLocation,
    };
  }

  it('is undone with all that goes with it', async () => {
    const startupRule = { ...defaultStartupRule, when: 'login', delaySeconds: 0, deed: { preset: 'lunch' } } as const;
    const journey = await start({ presets: [lunch, ...starterPresets.slice(2)], startupRule });
    await pass(journey, minute);
    expect(await seen(journey)).toMatchObject({ isOutOfOffice: true, text: 'Gone for lunch' });
    await journey.handlers.undo(undefined);
    expect(await seen(journey)).toEqual(nothingOfIt);
  });

  it('takes it back as a whole after its end, too', async () => {
    const journey = await start({ presets: [lunch], lockRule: { preset: 'lunch' }, unlockRule: 'restore' });
    await journey.hear('lock');
    await pass(journey, 65 * minute);
    await pass(journey, minute);
    expect([shown(journey), journey.store.get().chosen?.rule]).toEqual(['Away', 'lock']);
    await journey.hear('unlock');
    expect(await seen(journey)).toEqual(nothingOfIt);
  });

  it('takes it back as a whole at its end where Microsoft 365 decides then', async () => {
    const plain = { ...lunch, sequel: 'automatic' } as const;
    const journey = await start({ presets: [plain], lockRule: { preset: 'lunch' }, unlockRule: 'restore' });
    await journey.hear('lock');
    await pass(journey, 65 * minute);
    await pass(journey, minute);
    await journey.hear('unlock');
    await expect.poll(() => journey.store.get().followUp).toBeNull();
    expect([shown(journey), await seen(journey)]).toEqual(['Available', nothingOfIt]);
  });

  it('takes it back as a whole where the network comes a moment after the unlock', async () => {
    const journey = await start({ presets: [lunch], lockRule: { preset: 'lunch' }, unlockRule: 'restore' });
    await journey.hear('lock');
    journey.network.isUp = false;
    await journey.hear('unlock');
    journey.network.isUp = true;
    await journey.catchUp();
    await expect.poll(() => journey.store.get().followUp).toBeNull();
    expect(await seen(journey)).toEqual(nothingOfIt);
  });
});

it('[O6] an absence that begins offline behind a lock is not lost to the unlock', async () => {
  const journey = await allowed();
  await journey.handlers.changeSettings({ lockRule: gone, unlockRule: 'restore' });
  await journey.hear('lock');
  await journey.handlers.saveOutOfOffice(plan({ from: later(journey, hour), until: later(journey, 24 * hour) }));
  journey.network.isUp = false;
  await pass(journey, 2 * hour);
  await journey.hear('unlock');
  journey.network.isUp = true;
  await journey.catchUp();
  await pass(journey, minute);
  const { mira } = journey.simulator.people;
  expect(journey.simulator.presenceOf(mira)).toMatchObject({ outOfOfficeSettings: { isOutOfOffice: true } });
});
