import { inTheOffice, type OutOfOfficeSettings } from './outOfOffice.ts';
import { isSamePair, nearestPresence, type SeenPresence } from './presence.ts';
import { type AppState, isUnderWay, type PresenceWish, type Wish } from './state.ts';
import { sayWish, type Words } from './words.ts';

// What a wish that is not accepted yet changes, which is not always what it says: it repeats what stays.

const unknown: SeenPresence = { availability: 'PresenceUnknown', activity: '', outOfOfficeSettings: inTheOffice };

/** What is known, also when nothing is. */
export function shownPresence({ presence }: AppState): SeenPresence {
  return presence?.value ?? unknown;
}

/** What is asked for and not accepted yet. */
export function openWish({ publication }: AppState): Wish | null {
  return isUnderWay(publication) ? publication.wish : null;
}

/** The same where it is for a presence, on which the next one builds. */
export function openPresenceWish(state: AppState): PresenceWish | null {
  const wish = openWish(state);
  return wish?.kind === 'presence' ? wish : null;
}

/** The wish's out-of-office settings, if they are all that it changes: the pair goes along only because it must. */
export function outOfOfficeWish(state: AppState): OutOfOfficeSettings | null {
  const wish = openPresenceWish(state);
  if (wish === null || wish.outOfOfficeSettings === null) return null;
  // Also where they are what is known already, or nothing is known: nobody asked for the pair.
  if (wish.isPairBorrowed === true) return wish.outOfOfficeSettings;
  const seen = shownPresence(state);
  const isCarried = isSamePair(state.chosen?.presence ?? nearestPresence(seen), wish.presence);
  const { isOutOfOffice, message } = wish.outOfOfficeSettings;
  const isChange =
    isOutOfOffice !== seen.outOfOfficeSettings.isOutOfOffice || message !== seen.outOfOfficeSettings.message;
  return isCarried && isChange ? wish.outOfOfficeSettings : null;
}

/** Whether a wish is for what was chosen already, so that all it changes of the presence is its end. */
export function isOnlyAnotherEnd(state: AppState): boolean {
  const wish = openWish(state);
  const { chosen } = state;
  return (
    wish?.kind === 'presence' &&
    chosen !== null &&
    isSamePair(chosen.presence, wish.presence) &&
    (chosen.ending?.at !== wish.ending?.at || chosen.ending?.sequel !== wish.ending?.sequel)
  );
}

/** What a wish changes the presence to; null where there is none, or it leaves the presence as it is. */
export function sayChange(words: Words, state: AppState): string | null {
  const wish = openWish(state);
  if (wish === null || outOfOfficeWish(state) !== null) return null;
  if (isOnlyAnotherEnd(state)) return words.say('plan.changing');
  const said = sayWish(words, wish);
  return said === null ? words.say('source.resetting') : words.say('source.changing', { wish: said });
}

/** How out of office goes where it is all that a wish changes; null where there is no such wish. */
export function sayOutOfOfficeChange(words: Words, state: AppState): string | null {
  const wish = outOfOfficeWish(state);
  if (wish === null) return null;
  const seen = shownPresence(state).outOfOfficeSettings;
  if (wish.isOutOfOffice === seen.isOutOfOffice) return words.say('home.outOfOffice.saving');
  return words.say(wish.isOutOfOffice ? 'home.outOfOffice.turningOn' : 'home.outOfOffice.turningOff');
}
