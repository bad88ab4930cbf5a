import { createIntl, createIntlCache } from '@formatjs/intl';
import { english } from './english.ts';
import type { Instant } from './instant.ts';
import { toEpoch } from './instant.ts';
import type { Presence, SeenPresence } from './presence.ts';
import type { Problem } from './problem.ts';
import type { AppState, Wish } from './state.ts';

export type WordId = keyof typeof english;
type Values = Readonly<Record<string, string | number>>;

/** How the app speaks. Tray and popup use the same one, so they cannot say different things. */
export interface Words {
  say(id: WordId, values?: Values): string;
  /** A time of day as the user's system writes it. */
  time(instant: Instant): string;
}

/** Builds the words of a language. `locale` also decides how times are written; English words serve all for now. */
export function createWords(locale: string): Words {
  const intl = createIntl({ locale, defaultLocale: 'en', messages: english, onError: () => {} }, createIntlCache());
  return {
    say: (id, values) => intl.formatMessage({ id, defaultMessage: english[id] }, values),
    time: (instant) => intl.formatTime(toEpoch(instant), { timeStyle: 'short' }),
  };
}

function isWordId(id: string): id is WordId {
  return Object.hasOwn(english, id);
}

/** A presence in words: its activity if that says more, a word of Microsoft's that we do not know as it came. */
export function sayPresence(words: Words, seen: SeenPresence): string {
  const activity = `activity.${seen.activity}`;
  if (seen.availability === 'Away' || seen.availability === 'Offline') return words.say(`seen.${seen.availability}`);
  if (isWordId(activity)) return words.say(activity);
  return seen.activity === '' ? words.say(`seen.${seen.availability}`) : seen.activity;
}

/** A choosable presence in the words of its tile, or of its activity where that is not the plain one. */
export function sayChoice(words: Words, presence: Presence): string {
  const plain = words.say(`availability.${presence.availability}`);
  if (presence.activity === presence.availability || presence.activity === 'OffWork') return plain;
  return words.say(`activity.${presence.activity}`);
}

/** What is being changed to, in words; null for the way back to automatic. */
export function sayWish(words: Words, wish: Wish): string | null {
  return wish.kind === 'presence' ? sayChoice(words, wish.presence) : null;
}

/** A problem as one plain sentence. */
export function sayProblem(words: Words, problem: Problem): string {
  if (problem.kind === 'throttled') return words.say('problem.throttled', { time: words.time(problem.retryAt) });
  return words.say(`problem.${problem.kind}`);
}

/** Why the presence is what it is: chosen here, or computed by Microsoft 365; with out of office where that holds. */
export function saySource(words: Words, state: AppState): string {
  const source =
    state.chosen === null
      ? words.say('source.automatic')
      : words.say('source.here', { time: words.time(state.chosen.at) });
  const isOutOfOffice = state.presence?.value.outOfOfficeSettings.isOutOfOffice ?? false;
  return isOutOfOffice ? words.say('source.outOfOffice', { source }) : source;
}
