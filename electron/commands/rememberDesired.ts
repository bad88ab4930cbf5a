import { type Instant, toInstant } from '#contract/instant.ts';
import { keptNothing } from '#contract/outOfOfficeState.ts';
import { openPlan } from '#contract/plan.ts';
import type { Desired, Remembered } from '#contract/remembered.ts';
import { type AppState, initialState, type Wish } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import { ownMessages } from '../state/messageTransitions.ts';
import { keptOutOfOffice } from '../state/outOfOfficeTransitions.ts';
import { desiredWish } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import type { DesiredFile } from '../storage/desiredFile.ts';

/** What is kept where nobody is signed in. */
export const nothingRemembered: Remembered = {
  ...{ desired: null, chosen: null, undo: null, openRequests: [], plan: openPlan, visibleUntil: null },
  ...{ recent: [], message: null, askedMessage: null, messageDraft: null },
  ...{ followUp: null, previous: null, beforeRules: initialState.beforeRules, outOfOffice: keptNothing },
};

/**
 * Keeps what is desired over a restart, a crash or a kill: saved on each change, but never the demo's. Returns the
 * wait for the disk, for whoever is about to say that something is set.
 */
export function rememberDesired(store: Store, file: DesiredFile, { now }: Clock): () => Promise<void> {
  let pending: { readonly wish: Wish; readonly setAt: Instant } | null = null;
  let givenBack: Desired | null = null;
  let kept = '';
  let isAfterDemo = false;

  function desiredOf(state: AppState): Desired | null {
    const found = desiredWish(state);
    if (found === null) return givenBack;
    const { wish, isAccepted } = found;
    if (isAccepted && wish.kind === 'automatic') {
      const at = toInstant(now());
      if (givenBack?.wish !== wish) givenBack = { wish, setAt: at, isAccepted, acceptedAt: at };
      return givenBack;
    }
    givenBack = null;
    if (isAccepted && state.chosen !== null)
      return { wish, setAt: state.chosen.at, isAccepted, acceptedAt: state.chosen.at };
    if (pending?.wish !== wish) pending = { wish, setAt: toInstant(now()) };
    return { wish, setAt: pending.setAt, isAccepted: false, acceptedAt: null };
  }

  function rememberedOf(state: AppState): Remembered {
    const { chosen, undo, openRequests, plan, visibleUntil, followUp, previous, beforeRules } = state;
    const own = { ...ownMessages(state), outOfOffice: keptOutOfOffice(state) };
    const wanted = { desired: desiredOf(state), chosen, undo, openRequests, plan, visibleUntil, followUp, previous };
    return { ...wanted, ...own, beforeRules };
  }

  store.watch((state) => {
    const { session, isDemo } = state;
    isAfterDemo ||= isDemo;
    if (isDemo || session.status === 'starting' || session.status === 'signingIn') return;
    const account = session.account;
    // Leaving the demo is no sign-out: what the real person wants stays on disk, and is found again at once.
    if (isAfterDemo && account === null) return;
    isAfterDemo = false;
    const remembered = account === null ? nothingRemembered : rememberedOf(state);
    const next = JSON.stringify([account?.homeAccountId, remembered]);
    if (next === kept) return;
    // Before anybody has signed in there is nothing to keep, and what an earlier run left must not be overwritten.
    if (kept === '' && account === null) return;
    kept = next;
    file.save(account?.homeAccountId ?? '', remembered);
  });

  return async () => {
    if (store.get().isDemo || (await file.saved())) return;
    store.apply(noticed, { kind: 'notSaved' });
  };
}
