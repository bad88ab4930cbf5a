import type { SeenPresence } from './presence.ts';
import type { AppState } from './state.ts';

/**
 * The signs that stand for a presence, told apart by shape alone; tray, tiles and badge draw the same ones.
 * Each is a source in `assets/tray/` of the same name.
 */
export const glyphs = [
  'available',
  'availableOutOfOffice',
  'busy',
  'busyOutOfOffice',
  'doNotDisturb',
  'doNotDisturbOutOfOffice',
  'away',
  'awayOutOfOffice',
  'offline',
  'outOfOffice',
  'unknown',
  'signedOut',
  'needsYou',
] as const;
export type Glyph = (typeof glyphs)[number];

type Drawn = Extract<Glyph, 'available' | 'busy' | 'doNotDisturb' | 'away' | 'offline' | 'unknown'>;

/** The plain glyph of each availability. Be right back and Away share the clock, as in Teams: words tell them apart. */
export const availabilityGlyphs: Record<SeenPresence['availability'], Drawn> = {
  Available: 'available',
  Busy: 'busy',
  DoNotDisturb: 'doNotDisturb',
  BeRightBack: 'away',
  Away: 'away',
  Offline: 'offline',
  PresenceUnknown: 'unknown',
};

const whileOutOfOffice: Record<Drawn, Glyph> = {
  available: 'availableOutOfOffice',
  busy: 'busyOutOfOffice',
  doNotDisturb: 'doNotDisturbOutOfOffice',
  away: 'awayOutOfOffice',
  offline: 'outOfOffice',
  unknown: 'outOfOffice',
};

/** The glyph of a presence, decided by the out-of-office flag first and the activity second. */
export function presenceGlyph(seen: SeenPresence): Glyph {
  const plain = availabilityGlyphs[seen.availability];
  if (seen.activity === 'OutOfOffice') return 'outOfOffice';
  return seen.outOfOfficeSettings.isOutOfOffice ? whileOutOfOffice[plain] : plain;
}

/** The one glyph of the whole state: never a hope, only what is known, or why nothing is known. */
export function stateGlyph(state: AppState): Glyph {
  if (state.session.status === 'signedOut' && (state.session.account !== null || state.session.problem !== null)) {
    return 'needsYou';
  }
  if (state.session.status === 'signedOut' || state.session.status === 'signingIn') return 'signedOut';
  return state.presence === null ? 'unknown' : presenceGlyph(state.presence.value);
}
