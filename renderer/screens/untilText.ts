import { type Instant, toEpoch, toInstant } from '#contract/instant.ts';
import type { DateTimeText } from '../parts/DateTimeField.tsx';

const hourMilliseconds = 3_600_000;

/** A moment as the date and time fields hold it, in the time of this computer. */
export function untilTextOf(epoch: number): DateTimeText {
  const at = new Date(epoch);
  const pad = (part: number) => String(part).padStart(2, '0');
  return {
    date: `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`,
    time: `${pad(at.getHours())}:${pad(at.getMinutes())}`,
  };
}

/** The next full hour by the clocks here, which in some zones are half an hour beside the others; a full one stays. */
export function nextFullHour(now: number): number {
  const begun = new Date(now).setMinutes(0, 0, 0);
  return begun === now ? now : begun + hourMilliseconds;
}

/** What the fields start from: the end that stands, else the next full hour but one. */
export function firstUntilText(standing: Instant | null, now: number): DateTimeText {
  if (standing !== null && toEpoch(standing) > now) return untilTextOf(toEpoch(standing));
  return untilTextOf(nextFullHour(now) + hourMilliseconds);
}

/** What can be wrong with a moment that somebody typed. */
export type UntilError = 'untilMissing' | 'untilPast';

export function isUntilError(read: unknown): read is UntilError {
  return read === 'untilMissing' || read === 'untilPast';
}

/** The moment that the fields name, or what is wrong with them. */
export function readUntil({ date, time }: DateTimeText, now: number): Instant | UntilError {
  const epoch = date === '' || time === '' ? Number.NaN : Date.parse(`${date}T${time}`);
  if (Number.isNaN(epoch)) return 'untilMissing';
  return epoch > now ? toInstant(epoch) : 'untilPast';
}
