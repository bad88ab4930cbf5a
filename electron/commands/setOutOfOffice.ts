import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { nearestPresence, plainPresence } from '#contract/presence.ts';
import { originOf } from '#contract/preset.ts';
import type { Store } from '../state/store.ts';
import { openWish } from './openWish.ts';
import type { Publisher } from './publish.ts';

/**
 * Makes the command that says one is out of office, or back. The service takes it only together with a pair, so
 * what is on its way, chosen or shown goes along.
 */
export function createSetOutOfOffice(
  store: Store,
  { publish }: Publisher,
): (settings: OutOfOfficeSettings) => Promise<void> {
  return (settings) => {
    const state = store.get();
    const shown = state.presence === null ? plainPresence('Available') : nearestPresence(state.presence.value);
    const base = openWish(state) ?? state.chosen;
    const { presence, ending } = base ?? { presence: shown, ending: null };
    const preset = base === null ? {} : originOf(base);
    return publish({ kind: 'presence', presence, outOfOfficeSettings: settings, ending, ...preset });
  };
}
