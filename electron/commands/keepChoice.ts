import type { Log } from '../ports.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import type { ChoiceFile } from '../storage/choiceFile.ts';
import { inBackground } from './inBackground.ts';

/**
 * Keeps the last choice over a restart: saved on each change, but never the demo's. Returns what a quit waits for: a
 * promise that settles when everything is on disk, null when it already is.
 */
export function keepChoice(store: Store, file: ChoiceFile, log: Log): () => Promise<void> | null {
  let kept = store.get().chosen;
  let saving: Promise<void> | null = null;
  store.watch(({ chosen, session, isDemo }) => {
    if (chosen === kept) return;
    kept = chosen;
    if (isDemo || session.status !== 'signedIn') return;
    const saved = file.save(session.account.homeAccountId, chosen).then((isSaved) => {
      if (!isSaved) store.apply(noticed, { kind: 'notSaved' });
    });
    saving = saved;
    const done = saved.finally(() => {
      if (saving === saved) saving = null;
    });
    inBackground(log, 'keepChoice', done);
  });
  return () => saving;
}
