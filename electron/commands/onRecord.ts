import { toInstant } from '#contract/instant.ts';
import type { OpenRequest, Wish } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import { requestAnswered, requestSent } from '../state/openRequests.ts';
import type { Store } from '../state/store.ts';

/** Which requests may still be carried out, kept where the next start finds them. */
export interface OnRecord {
  /** To be awaited before a request is sent: what it may do must be known, wherever this process ends. */
  begin(wish: Wish): Promise<OpenRequest>;
  /** It was answered, or not sent after all. */
  end(request: OpenRequest): void;
}

/** How long a request may take effect if this process dies: its time limit and some slack. Units: milliseconds. */
const longestRequest = 30_000;
/** A disk that does not answer holds up no request for longer. Units: milliseconds. */
const longestSave = 250;

/** Makes the record of requests. `saved` resolves when what is desired now is on disk. */
export function createOnRecord(store: Store, clock: Clock, saved: () => Promise<void>): OnRecord {
  return {
    async begin(wish) {
      const request = { wish, until: toInstant(clock.now() + longestRequest) };
      store.apply(requestSent, request);
      await Promise.race([saved(), clock.wait(longestSave)]);
      return request;
    },
    end: (request) => store.apply(requestAnswered, request),
  };
}
