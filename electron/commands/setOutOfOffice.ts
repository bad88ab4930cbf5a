import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { nearestPresence, plainPresence } from '#contract/presence.ts';
import { originOf } from '#contract/preset.ts';
import { isUnderWay, type Wish } from '#contract/state.ts';
import type { Store } from '../state/store.ts';
import { heldWish } from '../state/transitions.ts';
import type { FollowUps } from './followUps.ts';
import type { Publisher } from './publish.ts';

/**
 * Makes the command that says one is out of office, or back. The service takes it only together with a pair, so
 * what is on its way, chosen or shown goes along.
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
    // A reset that is still on its way comes after it, instead of being lost.
    const isReset = isUnderWay(state.publication) && base === null;
    return isReset ? followUps.ask({ wish, isGivenBack: true, preset: null }) : publish(wish);
  };
}
