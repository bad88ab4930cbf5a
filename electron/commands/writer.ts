import type { GraphClient } from '../graph/client.ts';
import type { Writer } from '../graph/sendWrite.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../state/store.ts';
import type { ServiceFor } from './service.ts';
import type { Throttle } from './throttle.ts';

/** Who writes now; null when nobody is signed in. */
export type WriterFor = () => Promise<Writer | null>;

/** Who has asked us to wait. Presences and mailboxes are services of their own, so neither holds the other up. */
export interface Throttles {
  readonly presence: Throttle;
  readonly mailbox: Throttle;
}

/** Makes the finding of whoever writes: the signed-in account, through the service in use. */
export function createWriterFor(store: Store, serviceFor: ServiceFor, { now }: Clock, throttles: Throttles): WriterFor {
  return async () => {
    const state = store.get();
    if (state.session.status !== 'signedIn') return null;
    const { graph, clientId } = await serviceFor(state);
    return { graph: throttled(graph, throttles), clientId, account: state.session.account, now };
  };
}

/** Retry-After holds for whatever is written beside the wishes, too. */
function throttled(graph: GraphClient, { presence, mailbox }: Throttles): GraphClient {
  return async (request) => {
    const throttle = request.isForMailbox === true ? mailbox : presence;
    const problem = throttle.current();
    if (problem !== null) return { ok: false, problem };
    const reply = await graph(request);
    if (!reply.ok) throttle.note(reply.problem);
    return reply;
  };
}
