import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { nearestPresence, plainPresence } from '#contract/presence.ts';
import type { Store } from '../state/store.ts';
import type { Publisher } from './publish.ts';

/**
 * Makes the command that says one is out of office, or back. The service takes it only together with a pair, so
 * what is chosen or shown now goes along.
 */
export function createSetOutOfOffice(
  store: Store,
  { publish }: Publisher,
): (settings: OutOfOfficeSettings) => Promise<void> {
  return (settings) => {
    const { chosen, presence } = store.get();
    const shown = presence === null ? plainPresence('Available') : nearestPresence(presence.value);
    return publish({ kind: 'presence', presence: chosen?.presence ?? shown, outOfOfficeSettings: settings });
  };
}
