import { expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { plainPresence } from '#contract/presence.ts';
import { shownPlan } from '#contract/shownPlan.ts';
import { createWords } from '#contract/words.ts';
import { endingNews } from '../../electron/commands/news.ts';
import { dispatch } from '../../electron/ipc/dispatch.ts';
import { type Journey, startSignedIn } from './app.ts';
import { minute } from './ruled.ts';

const words = createWords('en-GB', () => 'Europe/Berlin');
const hour = 60 * minute;
/** By then it is seen. */
const seen = 15_000;

async function busyForAnHour(how: 'undo' | 'command line'): Promise<Journey> {
  const journey = await startSignedIn();
  const { handlers, clock } = journey;
  if (how === 'command line') {
    const lasts = { until: toInstant(clock.now() + hour) };
    await handlers.choosePresence({ presence: plainPresence('Busy'), lasts, sequel: 'automatic' });
  } else {
    await handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
    await handlers.setPresence(plainPresence('Busy'));
    await clock.advance(seen);
    await handlers.setPlan({ lasts: 'untilChanged', sequel: 'automatic' });
    await clock.advance(seen);
    await handlers.undo(undefined);
  }
  await clock.advance(seen);
  return journey;
}

it.each(['undo', 'command line'] as const)(
  '[E1] the duration that shows is that of what stands, and can be changed: %s',
  async (how) => {
    const { handlers, store, clock } = await busyForAnHour(how);
    const { chosen } = store.get();
    expect(shownPlan(store.get()).lasts).toEqual({ until: chosen?.ending?.at });
    await handlers.setPlan({ lasts: 'untilChanged', sequel: 'automatic' });
    await clock.advance(seen);
    expect([store.get().chosen?.ending, shownPlan(store.get()).lasts]).toEqual([null, 'untilChanged']);
  },
);

it('[E1] an end of its own shows as such beside a plan that has another one', async () => {
  const { handlers, store, clock } = await startSignedIn();
  await handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
  const until = toInstant(clock.now() + 4.5 * hour);
  await handlers.choosePresence({ presence: plainPresence('Busy'), lasts: { until }, sequel: 'Available' });
  await clock.advance(seen);
  expect(shownPlan(store.get())).toEqual({ lasts: { until }, sequel: 'Available' });
  await handlers.setPlan({ lasts: 'PT1H', sequel: 'Available' });
  await clock.advance(seen);
  const ending = { at: toInstant(clock.now() - seen + hour), sequel: 'Available' };
  expect([store.get().chosen?.ending, shownPlan(store.get()).lasts]).toEqual([ending, 'PT1H']);
});

it.each(['Available', 'automatic'] as const)(
  '[I1][E1] End now comes to what the end would have come to: %s',
  async (sequel) => {
    async function ended(isNow: boolean) {
      const { handlers, store, clock, upkeep } = await startSignedIn();
      await handlers.setPlan({ lasts: 'PT1H', sequel });
      await handlers.setPresence(plainPresence('DoNotDisturb'));
      await clock.advance(56 * minute);
      if (isNow) {
        const [name, input] = endingNews(words, store.get(), clock.now(), null)?.actions[1]?.command ?? [];
        expect(await dispatch(handlers, name ?? '', input)).toBeNull();
      } else {
        await clock.advance(5 * minute);
        await upkeep();
      }
      await clock.advance(seen);
      return [store.get().chosen?.presence.availability, store.get().chosen?.ending];
    }
    expect(await ended(true)).toEqual(await ended(false));
  },
);
