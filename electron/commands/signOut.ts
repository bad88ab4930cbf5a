import { isOverridden } from '#contract/elsewhere.ts';
import type { Instant } from '#contract/instant.ts';
import type { Ending } from '#contract/plan.ts';
import { type AppState, hasOpenEnd } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import { signedOut } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed, publicationCancelled } from '../state/transitions.ts';
import { longestGoodbye } from './farewell.ts';
import { joined } from './joined.ts';
import type { Publisher } from './publish.ts';
import type { Refresh } from './refreshPresence.ts';
import type { ServiceFor } from './service.ts';

export interface SignOutParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly clock: Pick<Clock, 'wait'>;
  readonly publisher: Pick<Publisher, 'answered'>;
  readonly refresh: Pick<Refresh, 'isSeenNow' | 'refreshPresence'>;
  readonly endChoice: () => Promise<void>;
  readonly restoreSession: () => Promise<void>;
  /** Takes what is on disk of whoever was signed in; resolves when it is gone. */
  readonly forget: () => Promise<void>;
}

export interface SignOut {
  /** The command. Asked again meanwhile, it waits for the one that is under way. */
  signOut(): Promise<void>;
  /** Whether anything of the person is still to be deleted, which the end of the program has to wait for. */
  isSaving(): boolean;
  saved(): Promise<void>;
}

/**
 * Makes the command that ends the session and forgets its tokens. A choice with an end is ended, because nobody would
 * be there to do that on time. Which of the two could not be done is said. Leaving the demo leads back to the real session.
 */
export function createSignOut(parts: SignOutParts): SignOut {
  const { store, serviceFor, clock, publisher, refresh, endChoice, restoreSession, forget } = parts;
  let isLeaving = false;
  /** Longer than that: also while files are emptied, when somebody may be signed in again. */
  let isUnderWay = false;

  /** What was chosen elsewhere meanwhile stays. */
  async function sayGoodbye(): Promise<void> {
    await refresh.isSeenNow();
    await publisher.answered();
    // One whose answer was lost may have been carried out.
    if (store.get().openRequests.length > 0) await refresh.refreshPresence();
    // Too late: somebody else may have signed in meanwhile.
    if (!isLeaving || !hasOpenEnd(store.get()) || isOverridden(store.get())) return;
    // What waits goes with the person, and keeps nothing from being ended.
    if (store.get().publication.status === 'waiting') store.apply(publicationCancelled);
    await endChoice();
  }

  /** Comes to whether all was answered before the patience was over. */
  async function sayGoodbyeInTime(state: AppState): Promise<boolean> {
    if (!hasOpenEnd(state) && endOnItsWay(state) === null) return true;
    return Promise.race([sayGoodbye().then(() => true), clock.wait(longestGoodbye).then(() => false)]);
  }

  async function leave(): Promise<void> {
    const before = store.get();
    const { auth } = await serviceFor(before);
    const isAnswered = before.isDemo || (await sayGoodbyeInTime(before));
    const isDeleted = await auth.signOut();
    const open = isAnswered ? null : endOnItsWay(store.get());
    const left = before.isDemo ? null : (open ?? endLeft(store.get()));
    const leftAbsence = before.isDemo ? null : absenceLeft(store.get());
    store.apply(signedOut);
    if (left !== null) store.apply(noticed, { kind: 'choiceStays', at: left.at });
    if (leftAbsence !== null) store.apply(noticed, { kind: 'absenceStays', at: leftAbsence });
    if (!isDeleted) store.apply(noticed, { kind: 'signInNotDeleted' });
    if (before.isDemo) await restoreSession();
  }

  async function leaveAndForget(): Promise<void> {
    const { isDemo } = store.get();
    isLeaving = true;
    await leave().finally(() => {
      isLeaving = false;
    });
    // Whoever hears that it is done may end this process the next moment. A disk that does not answer is not waited for.
    if (!isDemo) await Promise.race([forget(), clock.wait(longestGoodbye)]);
  }

  const signOut = joined(() => {
    isUnderWay = true;
    return leaveAndForget().finally(() => {
      isUnderWay = false;
    });
  });

  return {
    signOut,
    isSaving: () => isUnderWay,
    async saved() {
      if (isUnderWay) await signOut();
    },
  };
}

/** The end of a choice that may still be carried out. */
function endOnItsWay({ openRequests }: AppState): Ending | null {
  const endings = openRequests.map(({ wish }) => (wish.kind === 'presence' ? wish.ending : null));
  return endings.find((ending) => ending !== null) ?? null;
}

/** The end of the choice that stands, where nobody is there to carry it out once nobody is signed in. */
function endLeft(state: AppState): Ending | null {
  const { chosen } = state;
  if (chosen === null || chosen.ending === null || isOverridden(state)) return null;
  // Microsoft 365 gives it back by itself.
  return chosen.isByActions === true && chosen.ending.sequel === 'automatic' ? null : chosen.ending;
}

/** When an absence was to end that others see, and that Microsoft 365 ends by itself in the mailbox only. */
function absenceLeft({ outOfOffice }: AppState): Instant | null {
  const { absence, isDeclared } = outOfOffice;
  return absence?.hasBegun === true && isDeclared ? absence.plan.until : null;
}
