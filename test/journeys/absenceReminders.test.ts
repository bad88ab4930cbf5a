import { expect, it } from 'vitest';
import { sayNotice } from '#contract/noticeWords.ts';
import { createWords } from '#contract/words.ts';
import { allowed, day, hour, later, pass, plan } from './absence.ts';
import type { Journey } from './app.ts';

const words = createWords('en-GB', () => 'Europe/Berlin');
const said = ({ store, clock }: Journey) => store.get().notices.map((notice) => sayNotice(words, notice, clock.now()));

it('[O8] what was said of an end does not stand once the end is put off', async () => {
  const journey = await allowed();
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, 2 * day + 6 * hour) }));
  await pass(journey, 2 * day, 8);
  await pass(journey, 4 * hour, 2);
  expect(said(journey)).toEqual([expect.stringContaining('Your out of office ends')]);
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, 5 * day) }));
  expect(said(journey)).toEqual([]);
  await pass(journey, 5 * day - 6 * hour, 19);
  await pass(journey, 4 * hour, 2);
  expect(said(journey)).toEqual([expect.stringContaining('Your out of office ends')]);
});

it('[O8] what was said of a begin does not stand once that is put off', async () => {
  const journey = await allowed();
  const inDays = (days: number) => plan({ from: later(journey, days * day), until: later(journey, (days + 3) * day) });
  await journey.handlers.saveOutOfOffice(inDays(1));
  await pass(journey, 12 * hour, 12);
  expect(said(journey)).toEqual([expect.stringContaining('starts')]);
  await journey.handlers.saveOutOfOffice(inDays(7));
  expect(said(journey)).toEqual([]);
});

it('[O8] nobody is told to be back who is away again', async () => {
  const journey = await allowed();
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  await pass(journey, 4 * hour, 8);
  expect(said(journey)).toHaveLength(1);
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, 5 * day) }));
  expect(said(journey)).toEqual([]);
});

it('[O8] whoever saves an absence on the evening before is not told at once what they just chose', async () => {
  const journey = await allowed();
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, day + 3_000) }));
  await pass(journey, 23 * hour, 2);
  journey.handlers.dismissNotices(undefined);
  const next = plan({ from: later(journey, 11 * hour), until: later(journey, 5 * day) });
  await journey.handlers.saveOutOfOffice(next);
  await pass(journey, 60_000, 1);
  expect(said(journey)).toEqual([]);
});
