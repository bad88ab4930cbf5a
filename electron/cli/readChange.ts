import { type Instant, toEpoch, toInstant } from '#contract/instant.ts';
import { outOfOfficeMessageLimit } from '#contract/outOfOffice.ts';
import { statusMessageLimit } from '#contract/statusMessage.ts';
import { type Given, type Here, MisuseError, short } from './misuse.ts';
import { longestValue, type OptionName } from './options.ts';
import type { Change } from './request.ts';
import { readPresence, readSequel } from './states.ts';
import { beforeToday, readDuration, readTime } from './times.ts';

/** What lasts longer and is over midnight may as well be meant for tomorrow. Units: milliseconds. */
const longestNight = 12 * 3_600_000;

/** Reads what is to be changed: at most one thing of each kind, each with what belongs to it. */
export function readChange(given: Given, here: Here): Change {
  const presences = (['set', 'reset', 'preset'] as const).filter((name) => given[name] !== undefined);
  const [first, second] = presences;
  if (first !== undefined && second !== undefined) throw new MisuseError('cli.alone', { first, second });
  need(given, 'for', ['set']);
  need(given, 'then', ['set']);
  need(given, 'until', ['set', 'ooo']);
  need(given, 'from', ['ooo']);
  need(given, 'reply', ['ooo']);
  need(given, 'clear-after', ['message']);
  if (given.until !== undefined && given.set !== undefined && given.ooo !== undefined) {
    throw new MisuseError('cli.alone', { first: 'set … --until', second: 'ooo' });
  }
  return {
    kind: 'change',
    presence: readPresenceChange(given, here),
    message: readMessage(given, here),
    outOfOffice: readOutOfOffice(given, here),
  };
}

function readPresenceChange(given: Given, here: Here): Change['presence'] {
  if (given.reset !== undefined) return { do: 'reset' };
  if (given.preset !== undefined) return { do: 'preset', name: limited('preset', given.preset.trim(), longestValue) };
  if (given.set === undefined) return null;
  if (given.for !== undefined && given.until !== undefined) {
    throw new MisuseError('cli.alone', { first: 'for', second: 'until' });
  }
  const presence = readPresence(limited('set', given.set, longestValue));
  const until = given.for === undefined ? timeOf(given.until, here) : after(given.for, here);
  if (given.then !== undefined && until === null) {
    throw new MisuseError('cli.needs', { option: 'then', wanted: '--for, --until' });
  }
  return { do: 'set', presence, until, sequel: readSequel(given.then ?? 'automatic') };
}

function readMessage(given: Given, here: Here): Change['message'] {
  if (given.message === undefined) return null;
  if (given.message.length > statusMessageLimit) {
    throw new MisuseError('cli.tooLong', { option: 'message', limit: statusMessageLimit });
  }
  const clearAfter = given['clear-after'];
  return { text: given.message, until: clearAfter === undefined ? null : after(clearAfter, here) };
}

function readOutOfOffice(given: Given, here: Here): Change['outOfOffice'] {
  if (given.ooo === undefined) return null;
  if (given.ooo !== 'on' && given.ooo !== 'off') throw new MisuseError('cli.onOff', { word: short(given.ooo) });
  const isOutOfOffice = given.ooo === 'on';
  const extra = (['from', 'until', 'reply'] as const).find((name) => given[name] !== undefined);
  if (!isOutOfOffice && extra !== undefined) throw new MisuseError('cli.needs', { option: extra, wanted: '--ooo on' });
  const until = timeOf(given.until, here);
  const from = given.from === undefined ? null : startOf(given.from, until, here);
  const reply = given.reply === undefined ? null : limited('reply', given.reply.trim(), outOfOfficeMessageLimit);
  return { isOutOfOffice, from, until, reply };
}

function need(given: Given, option: OptionName, wanted: readonly OptionName[]): void {
  if (given[option] === undefined || wanted.some((name) => given[name] !== undefined)) return;
  throw new MisuseError('cli.needs', { option, wanted: wanted.map((name) => `--${name}`).join(', ') });
}

function limited(option: OptionName, value: string, limit: number): string {
  if (value === '') throw new MisuseError('cli.empty', { option });
  if (value.length > limit) throw new MisuseError('cli.tooLong', { option, limit });
  return value;
}

function after(text: string, { now }: Here): Instant {
  const milliseconds = readDuration(text);
  if (milliseconds === null) throw new MisuseError('cli.duration', { word: short(text) });
  return toInstant(now + milliseconds);
}

function instantOf(text: string, { now, timeZone }: Here): Instant {
  const instant = readTime(text, now, timeZone);
  if (instant === null) throw new MisuseError('cli.time', { word: short(text) });
  return instant;
}

/**
 * A time before `until`: a time of day whose next one would come too late is today's, or yesterday's of a night that
 * still lasts, and has begun.
 */
function startOf(text: string, until: Instant | null, here: Here): Instant {
  const lengthFrom = (start: Instant) => (until === null ? Number.POSITIVE_INFINITY : toEpoch(until) - toEpoch(start));
  const next = instantOf(text, here);
  if (lengthFrom(next) > 0) return next;
  const today = beforeToday(here.now, here.timeZone);
  const todays = instantOf(text, { ...here, now: today });
  if (lengthFrom(todays) > 0) return todays;
  const yesterdays = instantOf(text, { ...here, now: beforeToday(today, here.timeZone) });
  if (lengthFrom(yesterdays) > 0 && lengthFrom(yesterdays) <= longestNight) return yesterdays;
  throw new MisuseError('cli.order');
}

/** A time that is still to come; null where none was given. */
function timeOf(text: string | undefined, here: Here): Instant | null {
  if (text === undefined) return null;
  const instant = instantOf(text, here);
  if (toEpoch(instant) <= here.now) throw new MisuseError('cli.past', { word: short(text) });
  return instant;
}
