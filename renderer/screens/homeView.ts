import { isElsewhere } from '#contract/elsewhere.ts';
import { inTheOffice, type OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { sayOutOfOffice } from '#contract/outOfOfficeWords.ts';
import {
  type Availability,
  isSamePair,
  nearestPresence,
  type Presence,
  type SeenPresence,
} from '#contract/presence.ts';
import type { AppState, Wish } from '#contract/state.ts';
import { saySource, sayWish, type Words } from '#contract/words.ts';
import { isOnlyAnotherEnd } from './planView.ts';

const unknown: SeenPresence = { availability: 'PresenceUnknown', activity: '', outOfOfficeSettings: inTheOffice };

/** What is known, also when nothing is. */
export function shownPresence({ presence }: AppState): SeenPresence {
  return presence?.value ?? unknown;
}

/** What is asked for and not accepted yet. */
export function openWish({ publication }: AppState): Wish | null {
  return publication.status === 'publishing' || publication.status === 'waiting' ? publication.wish : null;
}

/** The wish's out-of-office settings, if they are all that it changes: the pair goes along only because it must. */
export function outOfOfficeWish(state: AppState): OutOfOfficeSettings | null {
  const wish = openWish(state);
  if (wish?.kind !== 'presence' || wish.outOfOfficeSettings === null) return null;
  const seen = shownPresence(state);
  const carried = state.chosen?.presence ?? nearestPresence(seen);
  const isCarried = isSamePair(carried, wish.presence);
  const { isOutOfOffice, message } = wish.outOfOfficeSettings;
  const isChange =
    isOutOfOffice !== seen.outOfOfficeSettings.isOutOfOffice || message !== seen.outOfOfficeSettings.message;
  return isCarried && isChange ? wish.outOfOfficeSettings : null;
}

/** The presence asked for on a tile. */
export function pendingPresence(state: AppState): Presence | null {
  const wish = openWish(state);
  return wish?.kind === 'presence' && outOfOfficeWish(state) === null ? wish.presence : null;
}

/** The availability that others see, where it is one that can be chosen. */
export function currentAvailability(state: AppState): Availability | null {
  const { availability } = shownPresence(state);
  return availability === 'PresenceUnknown' ? null : availability;
}

/** The line under the heading: what it changes to, else why it is what it is. */
export function sayCaption(words: Words, state: AppState, now: number): string {
  const wish = openWish(state);
  if (wish?.kind === 'automatic') return words.say('source.resetting');
  if (wish !== null && outOfOfficeWish(state) === null) {
    if (isOnlyAnotherEnd(state)) return words.say('plan.changing');
    return words.say('source.changing', { wish: sayWish(words, wish) ?? '' });
  }
  return saySource(words, state, now);
}

/** The line under "Out of office": what of it is on its way with the presence, else all that is true of it. */
export function sayOutOfOfficeRow(words: Words, state: AppState, now: number): string {
  const seen = shownPresence(state).outOfOfficeSettings;
  const wish = outOfOfficeWish(state);
  if (wish !== null) {
    if (wish.isOutOfOffice === seen.isOutOfOffice) return words.say('home.outOfOffice.saving');
    return words.say(wish.isOutOfOffice ? 'home.outOfOffice.turningOn' : 'home.outOfOffice.turningOff');
  }
  return sayOutOfOffice(words, state, now);
}

/** Whether there is anything to give back to Microsoft 365. */
export function canReset(state: AppState): boolean {
  return state.chosen !== null || state.publication.status === 'notVisible' || isElsewhere(state);
}
