import {
  createFormatters,
  createIntlCache,
  DEFAULT_INTL_CONFIG,
  formatDate,
  formatMessage,
  formatTime,
} from '@formatjs/intl';
import { IntlMessageFormat } from 'intl-messageformat';
import { daysBetween, systemTimeZone } from './day.ts';
import { type Instant, toEpoch } from './instant.ts';
import { type Catalogue, english, type WordId } from './languages/english.ts';
import type { Sequel } from './plan.ts';
import type { Presence, SeenPresence } from './presence.ts';
import type { Problem, ProblemKind } from './problem.ts';
import type { AppState, Wish } from './state.ts';
import type { WeekDay } from './week.ts';

export type { WordId } from './languages/english.ts';

// Its result matters only for date patterns, which our messages never use, and searching all locales takes 5 ms at each
// opening.
IntlMessageFormat.resolveLocale = () => undefined;

type Values = Readonly<Record<string, string | number>>;

/** How the app speaks. Tray and popup use the same one, so they cannot say different things. */
export interface Words {
  /** The locale in which it writes times, which fields for them take as their `lang`. */
  readonly formats: string;
  say(id: WordId, values?: Values): string;
  /** A time of day as the user's system writes it. */
  time(instant: Instant): string;
  /**
   * A time of day, with its day where that is not today; here, or in a zone by its IANA name.
   *
   * Units: `now` in milliseconds since 1970.
   */
  dayAndTime(instant: Instant, now: number, zone?: string): string;
  /**
   * A day in full, as for a letter that is written at `now`.
   *
   * Shape: `timeZone` as an IANA name. Units: `now` in milliseconds since 1970.
   */
  longDay(instant: Instant, timeZone: string, now: number): string;
  /** The name of a day of the week. */
  weekday(day: WeekDay, style: 'short' | 'long'): string;
}

/** A date further off than this is said with its year. */
const daysWithoutYear = 180;

function yearOf(days: number): { readonly year?: 'numeric' } {
  return Math.abs(days) > daysWithoutYear ? { year: 'numeric' } : {};
}

/** Where a time ends as "3:05 p.m.", a sentence that ends with it needs no second full stop. */
const doubleStop = /(\d\s[ap]\.\s?m\.)\./g;

/** One of them. Units: milliseconds since 1970. */
const mondayAtNoon = 1_795_435_200_000;

/**
 * Builds the words of a language. `formats` is the locale in which times are written, and may have a clock of its own.
 * The time zone is asked for each time, because a computer travels while the app runs.
 */
export function createWords(
  formats: string,
  timeZone: () => string = systemTimeZone,
  messages: Catalogue = english,
): Words {
  // Without createIntl(), which asks for all the locales there are, only to warn: ten milliseconds of each opening.
  const config = { ...DEFAULT_INTL_CONFIG, locale: formats, messages, onError: () => {} };
  const formatters = createFormatters(createIntlCache());
  const inDates = formatters.getDateTimeFormat;
  const say: Words['say'] = (id, values) =>
    formatMessage(config, formatters, { id, defaultMessage: messages[id] }, values).replace(doubleStop, '$1');
  const time = (instant: Instant, zone = timeZone()) =>
    formatTime(config, inDates, toEpoch(instant), { timeStyle: 'short', timeZone: zone });

  function dayAndTime(instant: Instant, now: number, zone = timeZone()): string {
    const days = daysBetween(now, toEpoch(instant), zone);
    if (days === 0) return time(instant, zone);
    if (days === 1) return say('until.tomorrow', { time: time(instant, zone) });
    const isNear = days > 1 && days < 7;
    const far = { day: 'numeric', month: 'short', ...yearOf(days) } as const;
    const style = isNear ? ({ weekday: 'short' } as const) : far;
    const day = formatDate(config, inDates, toEpoch(instant), { ...style, timeZone: zone });
    return say('until.day', { day, time: time(instant, zone) });
  }

  function longDay(instant: Instant, zone: string, now: number): string {
    const year = yearOf(daysBetween(now, toEpoch(instant), zone));
    const style = { weekday: 'long', day: 'numeric', month: 'long', ...year } as const;
    return formatDate(config, inDates, toEpoch(instant), { ...style, timeZone: zone });
  }

  const weekday: Words['weekday'] = (day, style) =>
    formatDate(config, inDates, mondayAtNoon + (day - 1) * 86_400_000, { weekday: style, timeZone: 'UTC' });

  return { formats, say, time: (instant) => time(instant), dayAndTime, longDay, weekday };
}

function isWordId(id: string): id is WordId {
  return Object.hasOwn(english, id);
}

/** A presence in words: its activity if that says more, a word of Microsoft's that we do not know as it came. */
export function sayPresence(words: Words, seen: Pick<SeenPresence, 'availability' | 'activity'>): string {
  const activity = `activity.${seen.activity}`;
  if (seen.availability === 'Away' || seen.availability === 'Offline') return words.say(`seen.${seen.availability}`);
  if (isWordId(activity)) return words.say(activity);
  return seen.activity === '' ? words.say(`seen.${seen.availability}`) : seen.activity;
}

/** Somebody and their presence, as a screen reader says them. */
export function sayPerson(words: Words, name: string, seen: SeenPresence): string {
  const isOut = seen.outOfOfficeSettings.isOutOfOffice;
  return words.say(isOut ? 'home.avatar.outOfOffice' : 'home.avatar', { name, presence: sayPresence(words, seen) });
}

/** A choosable presence in the words of its tile, or of its activity where that is not the plain one. */
export function sayChoice(words: Words, presence: Presence): string {
  const plain = words.say(`availability.${presence.availability}`);
  if (presence.activity === presence.availability || presence.activity === 'OffWork') return plain;
  return words.say(`activity.${presence.activity}`);
}

/** What comes when a choice ends, as a list of them says it. */
export function saySequel(words: Words, sequel: Sequel): string {
  return words.say(sequel === 'automatic' ? 'plan.automatic' : `availability.${sequel}`);
}

/** What is being changed to, in words; null for the way back to automatic. */
export function sayWish(words: Words, wish: Wish): string | null {
  return wish.kind === 'presence' ? sayChoice(words, wish.presence) : null;
}

/** A problem as one plain sentence. It promises nothing: much of what fails is not tried again by itself. */
export function sayProblem(words: Words, problem: Problem): string {
  if (problem.kind === 'throttled') return words.say('problem.throttled', { time: words.time(problem.retryAt) });
  return words.say(`problem.${problem.kind}`);
}

/** A problem of a wish that waits and is tried again by itself, as one plain sentence. */
export function sayWaiting(words: Words, problem: Problem): string {
  if (problem.kind === 'throttled') return words.say('problem.tryingAgain', { time: words.time(problem.retryAt) });
  return sayProblem(words, problem);
}

const notToldFor: readonly ProblemKind[] = ['forbidden', 'notOffered', 'rejected'];

/** That what others see could not be read, and why. Units: `now` in milliseconds since 1970. */
export function sayNotRead(words: Words, { presence }: AppState, problem: Problem, now: number): string {
  // A no is said to whoever wants to set something, and here nobody does.
  const why = notToldFor.includes(problem.kind) ? words.say('problem.notTold') : sayProblem(words, problem);
  // What was only accepted was not checked at all.
  if (presence === null || presence.evidence === 'accepted') return words.say('footer.notRead', { problem: why });
  return words.say('footer.notReadSince', { problem: why, time: words.dayAndTime(presence.at, now) });
}
