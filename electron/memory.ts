import { isStanding } from '#contract/route.ts';
import type { Account } from '#contract/session.ts';
import { nothingRemembered, rememberDesired } from './commands/rememberDesired.ts';
import { rememberVerdict } from './commands/rememberVerdict.ts';
import type { Recall } from './commands/takeUp.ts';
import type { Clock, Log } from './ports.ts';
import type { Store } from './state/store.ts';
import { createDesiredFile } from './storage/desiredFile.ts';
import { createVerdictFile } from './storage/verdictFile.ts';

export interface MemoryParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly desiredPath: string;
  readonly verdictsPath: string;
  /** The origin of the Graph that verdicts are about. */
  readonly cloud: string;
  readonly appVersion: string;
}

/** What outlives a run: what each person wanted, and what was found out about their organisation. */
export interface Memory {
  readonly recall: Recall;
  /** Resolves when what is desired now is on disk. */
  readonly saved: () => Promise<void>;
  isSaving(): boolean;
  /** Nothing of anybody stays, also of whoever is behind a keyring that was not open. Resolves when it is gone. */
  forget(): Promise<void>;
}

/** Makes the memory and lets it listen. */
export function createMemory({ store, clock, log, desiredPath, verdictsPath, cloud, appVersion }: MemoryParts): Memory {
  const desired = createDesiredFile(desiredPath, log);
  const verdicts = createVerdictFile({
    path: verdictsPath,
    isStanding: (verdict) => isStanding(verdict, clock.now()),
    log,
  });
  const placeOf = ({ tenantId, id }: Account) => ({ cloud, tenantId, userId: id, appVersion });
  rememberVerdict(store, verdicts, placeOf, log);
  return {
    recall: async (account) => ({
      remembered: await desired.load(account.homeAccountId),
      verdict: await verdicts.load(placeOf(account)),
    }),
    saved: rememberDesired(store, desired, clock),
    isSaving: desired.isSaving,
    async forget() {
      desired.save('', nothingRemembered);
      // The verdicts name the person, and one request finds them out again.
      await Promise.all([desired.saved(), verdicts.clear()]);
    },
  };
}
