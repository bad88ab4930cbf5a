import { describe, expect, it } from 'vitest';
import { daysBetween } from '#contract/day.ts';
import { toInstant } from '#contract/instant.ts';
import { loadCatalogue } from '#contract/languages.ts';
import type { Ending } from '#contract/plan.ts';
import { plainPresence } from '#contract/presence.ts';
import { saySource, sayUntil } from '#contract/sourceWords.ts';
import { type Choice, initialState } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';

const berlin = createWords('en-GB', () => 'Europe/Berlin');
/** Monday, 14:30 in Berlin. */
const now = Date.parse('2026-11-23T13:30:00Z');

function ending(at: string, sequel: Ending['sequel'] = 'automatic'): Ending {
  return { at: toInstant(Date.parse(at)), sequel };
}

describe('until when', () => {
  it.each([
    ['2026-11-23T14:30:00Z', 'Until 15:30'],
    ['2026-11-23T22:59:00Z', 'Until 23:59'],
    ['2026-11-23T23:00:00Z', 'Until tomorrow, 00:00'],
    ['2026-11-24T08:00:00Z', 'Until tomorrow, 09:00'],
    ['2026-11-27T08:00:00Z', 'Until Fri, 09:00'],
    ['2026-11-29T08:00:00Z', 'Until Sun, 09:00'],
    ['2026-11-30T08:00:00Z', 'Until 30 Nov, 09:00'],
    ['2027-11-23T08:00:00Z', 'Until 23 Nov 2027, 09:00'],
    ['2026-11-22T08:00:00Z', 'Was to end: 22 Nov, 09:00'],
  ])('%s is said as "%s"', (at, text) => {
    expect(sayUntil(berlin, ending(at), now)).toBe(text);
  });

  it('tells what comes then, unless Microsoft 365 decides', () => {
    const at = '2026-11-23T14:30:00Z';
    expect([sayUntil(berlin, ending(at, 'Available'), now), sayUntil(berlin, ending(at, 'Offline'), now)]).toEqual([
      'Until 15:30, then Available',
      'Until 15:30, then Appear offline',
    ]);
  });

  it('is said in the time zone where the computer is, also after a journey', () => {
    let zone = 'Europe/Berlin';
    const words = createWords('en-GB', () => zone);
    const said = () => sayUntil(words, ending('2026-11-24T02:30:00Z'), now);
    const atHome = said();
    zone = 'America/New_York';
    expect([atHome, said()]).toEqual(['Until tomorrow, 03:30', 'Until 21:30']);
  });
});

it('what was chosen on another day is said with that day', () => {
  const said = (at: string, by: Pick<Choice, 'rule'> = {}) => {
    const chosen = {
      presence: plainPresence('Busy'),
      at: toInstant(Date.parse(at)),
      ending: null,
      isShown: true,
      ...by,
    };
    return saySource(berlin, { ...initialState, chosen }, now);
  };
  expect([
    said('2026-11-23T13:30:00Z'),
    said('2026-11-22T13:30:00Z'),
    said('2026-11-22T13:30:00Z', { rule: 'startup' }),
  ]).toEqual(['Set at 14:30', 'Set at 22 Nov, 14:30', 'Set at 22 Nov, 14:30, startup rule']);
});

it.each([
  ['de', 'Gesetzt: 22. Nov., 14:30', 'Gesetzt: 14:30'],
  ['fr', 'Défini\u00a0: 22 nov., 14:30', 'Défini\u00a0: 14:30'],
  ['es', 'Definido: 22 nov, 14:30', 'Definido: 14:30'],
] as const)('and has a sentence that goes with a day as with a time, in %s', async (language, earlier, today) => {
  const words = createWords(language, () => 'Europe/Berlin', await loadCatalogue(language));
  const said = ['2026-11-22T13:30:00Z', '2026-11-23T13:30:00Z'].map((at) => {
    const chosen = { presence: plainPresence('Busy'), at: toInstant(Date.parse(at)), ending: null, isShown: true };
    return saySource(words, { ...initialState, chosen }, now);
  });
  expect(said).toEqual([earlier, today]);
});

it('days are counted by midnights, not by hours, also where clocks change or a day is missing', () => {
  const days = (from: string, to: string, zone: string) => daysBetween(Date.parse(from), Date.parse(to), zone);
  expect([
    days('2026-03-28T22:59:00Z', '2026-03-28T23:00:00Z', 'Europe/Berlin'),
    days('2026-03-28T23:00:00Z', '2026-03-29T21:59:00Z', 'Europe/Berlin'),
    days('2026-10-24T22:00:00Z', '2026-10-25T22:59:00Z', 'Europe/Berlin'),
    days('2026-11-23T18:14:00Z', '2026-11-23T18:15:00Z', 'Asia/Kathmandu'),
    days('2026-12-31T23:30:00Z', '2026-12-31T22:30:00Z', 'Europe/Berlin'),
  ]).toEqual([1, 0, 0, 1, -1]);
});
