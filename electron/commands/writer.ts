import type { Writer } from '../graph/sendWrite.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../state/store.ts';
import type { ServiceFor } from './service.ts';

/** Who writes now; null when nobody is signed in. */
export type WriterFor = () => Promise<Writer | null>;

/** Makes the finding of whoever writes: the signed-in account, through the service in use. */
export function createWriterFor(store: Store, serviceFor: ServiceFor, { now }: Clock): WriterFor {
  return async () => {
    const state = store.get();
    if (state.session.status !== 'signedIn') return null;
    const { graph, clientId } = await serviceFor(state);
    return { graph, clientId, account: state.session.account, now };
  };
}
