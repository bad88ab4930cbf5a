import type { Account } from '#contract/session.ts';
import type { Log } from '../ports.ts';
import type { Store } from '../state/store.ts';
import type { VerdictFile, VerdictPlace } from '../storage/verdictFile.ts';
import { inBackground } from './inBackground.ts';

/** Keeps over a restart where the create operation is not offered; never what the demo found out. */
export function rememberVerdict(
  store: Store,
  file: VerdictFile,
  placeOf: (account: Account) => VerdictPlace,
  log: Log,
): void {
  let kept = store.get().verdict;
  store.watch(({ verdict, session, isDemo }) => {
    if (isDemo || session.status !== 'signedIn' || verdict === kept) return;
    kept = verdict;
    inBackground(
      log,
      'verdict',
      file.save(placeOf(session.account), verdict).then(() => undefined),
    );
  });
}
