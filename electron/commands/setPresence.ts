import { inTheOffice } from '#contract/outOfOffice.ts';
import type { Presence } from '#contract/presence.ts';
import type { Store } from '../state/store.ts';
import type { Publisher } from './publish.ts';

/** Makes the command that sets availability and activity. Out of office stays what the service says it is. */
export function createSetPresence(store: Store, { publish }: Publisher): (presence: Presence) => Promise<void> {
  return (presence) => {
    const outOfOfficeSettings = store.get().presence?.value.outOfOfficeSettings ?? inTheOffice;
    return publish({ kind: 'presence', presence, outOfOfficeSettings });
  };
}
