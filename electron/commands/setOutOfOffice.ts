import { isElsewhere } from '#contract/elsewhere.ts';
import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { nearestPresence, plainPresence } from '#contract/presence.ts';
import { originOf } from '#contract/preset.ts';
import type { AppState, PresenceWish, Wish } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import { hasEnded } from '../schedule/facts.ts';
import type { Store } from '../state/store.ts';
import { heldWish } from '../state/transitions.ts';
import type { FollowUps } from './followUps.ts';
import type { Publisher } from './publish.ts';

/**
 * Makes the command that says one is out of office, or back. The service takes it only together with a pair, so
 * what is on its way, chosen or shown goes along. A pair that nobody chose is given back as soon as it is not needed.
 */
export function createSetOutOfOffice(
  store: Store,
  { publish }: Pick<Publisher, 'publish'>,
  followUps: FollowUps,
  { now }: Pick<Clock, 'now'>,
): (settings: OutOfOfficeSettings) => Promise<void> {
  return (settings) => {
    const state = store.get();
    const shown = state.presence === null ? plainPresence('Available') : nearestPresence(state.presence.value);
    const held = heldWish(state);
    // What should have ended by now, and could not, does not go on with it.
    const isOver = held !== null && hasEnded(held, now());
    const base = isOver ? afterEnd(held) : held;
    const { presence, ending } = base ?? { presence: shown, ending: null };
    const preset = base === null ? {} : originOf(base);
    const wish: Wish = { kind: 'presence', presence, outOfOfficeSettings: settings, ending, ...preset };
    const isOfNobody = !isElsewhere(state) && (!settings.isOutOfOffice || isResetOpen(state) || isOver);
    const isGivenBack = base === null ? isOfNobody : isUndone(state, settings);
    return isGivenBack ? followUps.ask({ wish, isGivenBack: true, preset: null }) : publish(wish);
  };
}

/** What comes after the end of a choice; null where Microsoft 365 decides then. */
function afterEnd({ ending }: PresenceWish): PresenceWish | null {
  if (ending === null || ending.sequel === 'automatic') return null;
  return { kind: 'presence', presence: plainPresence(ending.sequel), outOfOfficeSettings: null, ending: null };
}

/** Whether a reset is on its way, or not seen yet: the presence that is known is from before it, and must not stay. */
function isResetOpen({ publication }: AppState): boolean {
  return 'wish' in publication && publication.status !== 'failed' && publication.wish.kind === 'automatic';
}

/** Whether what stands came only to carry out of office, and carries it no more. */
function isUndone({ undo }: AppState, { isOutOfOffice }: OutOfOfficeSettings): boolean {
  return !isOutOfOffice && undo?.kind === 'outOfOffice' && undo.wish.outOfOfficeSettings?.isOutOfOffice === false;
}
