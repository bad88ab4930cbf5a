import { isElsewhere } from '#contract/elsewhere.ts';
import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { nearestPresence, plainPresence } from '#contract/presence.ts';
import { originOf } from '#contract/preset.ts';
import type { AppState, Wish } from '#contract/state.ts';
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
): (settings: OutOfOfficeSettings) => Promise<void> {
  return (settings) => {
    const state = store.get();
    const shown = state.presence === null ? plainPresence('Available') : nearestPresence(state.presence.value);
    const base = heldWish(state);
    const { presence, ending } = base ?? { presence: shown, ending: null };
    const preset = base === null ? {} : originOf(base);
    const wish: Wish = { kind: 'presence', presence, outOfOfficeSettings: settings, ending, ...preset };
    const isOfNobody = !isElsewhere(state) && (!settings.isOutOfOffice || isResetOpen(state));
    const isGivenBack = base === null ? isOfNobody : isUndone(state, settings);
    return isGivenBack ? followUps.ask({ wish, isGivenBack: true, preset: null }) : publish(wish);
  };
}

/** Whether a reset is on its way, or not seen yet: the presence that is known is from before it, and must not stay. */
function isResetOpen({ publication }: AppState): boolean {
  return 'wish' in publication && publication.status !== 'failed' && publication.wish.kind === 'automatic';
}

/** Whether what stands came only to carry out of office, and carries it no more. */
function isUndone({ undo }: AppState, { isOutOfOffice }: OutOfOfficeSettings): boolean {
  return !isOutOfOffice && undo?.kind === 'outOfOffice' && undo.wish.outOfOfficeSettings?.isOutOfOffice === false;
}
