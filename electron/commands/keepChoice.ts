import type { Log } from '../ports.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import type { ChoiceFile } from '../storage/choiceFile.ts';
import { inBackground } from './inBackground.ts';

/** Keeps the last choice over a restart: saved on each change, but never the demo's. */
export function keepChoice(store: Store, file: ChoiceFile, log: Log): void {
  let kept = store.get().chosen;
  store.watch(({ chosen, session, isDemo }) => {
    if (chosen === kept) return;
    kept = chosen;
    if (isDemo || session.status !== 'signedIn') return;
    const saved = file.save(session.account.homeAccountId, chosen).then((isSaved) => {
      if (!isSaved) store.apply(noticed, { kind: 'notSaved' });
    });
    inBackground(log, 'keepChoice', saved);
  });
}
