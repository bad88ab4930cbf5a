import type { Presence } from '#contract/presence.ts';
import type { Store } from '../state/store.ts';
import { openWish } from './openWish.ts';
import type { Publisher } from './publish.ts';

/** Makes the command that sets availability and activity. Out of office goes along as it is, or is about to be. */
export function createSetPresence(store: Store, { publish }: Publisher): (presence: Presence) => Promise<void> {
  return (presence) => {
    const outOfOfficeSettings = openWish(store.get())?.outOfOfficeSettings ?? null;
    return publish({ kind: 'presence', presence, outOfOfficeSettings });
  };
}
