import { wishExpired } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';

/** Drops what waited until its own end, with a word. */
export function expireWish(store: Store): void {
  store.apply(wishExpired);
  store.apply(noticed, { kind: 'wishExpired' });
}
