import { isOverridden } from '#contract/elsewhere.ts';
import { toEpoch } from '#contract/instant.ts';
import { openPlan } from '#contract/plan.ts';
import { isAmbiguous } from '#contract/problem.ts';
import { isChosenByActions } from '#contract/route.ts';
import { isSignedIn } from '#contract/session.ts';
import { type Choice, isUnderWay } from '#contract/state.ts';
import { longestLife, setByActions } from '../graph/presenceActions.ts';
import type { Writer } from '../graph/sendWrite.ts';
import { serviceLife } from '../graph/writePresence.ts';
import type { Clock } from '../ports.ts';
import { type Duty, due } from '../schedule/due.ts';
import { type AskedFirst, type Facts, hasPassed } from '../schedule/facts.ts';
import { planMade, written } from '../state/planTransitions.ts';
import { presenceOutdated } from '../state/readingTransitions.ts';
import type { Store } from '../state/store.ts';
import { choiceForgotten } from '../state/transitions.ts';
import { createAskFirst } from './askFirst.ts';
import { expireWish } from './expireWish.ts';
import { joined } from './joined.ts';
import type { InLine } from './latestWins.ts';
import type { Refresh } from './refreshPresence.ts';
import type { Visibility } from './visibility.ts';
import type { WriterFor } from './writer.ts';

/** What the desktop tells beside the state. */
export interface Surroundings {
  isPopupOpen(): boolean;
  isLocked(): boolean;
}

export interface UpkeepParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  readonly surroundings: Surroundings;
  readonly refresh: Refresh;
  readonly visibility: Visibility;
  readonly writerFor: WriterFor;
  readonly endChoice: () => Promise<void>;
  readonly endMessage: () => Promise<void>;
  readonly inLine: InLine;
}

/** Teams may take some minutes to show a choice. What was not seen by then is not waited for. */
const slowestToShow = 15 * 60_000;

/**
 * Makes what is done by itself: ends on time, renewals, readings. To be called every so often, after a wake and
 * after a start; what is due follows from instants alone, so a call too many or too late does no harm.
 */
export function createUpkeep(parts: UpkeepParts): () => Promise<void> {
  const { store, clock, random, surroundings, refresh, visibility, writerFor } = parts;
  const askFirst = createAskFirst(store, clock, refresh.refreshPresence);
  const isStillDue = (duty: AskedFirst) => askFirst.isStillDue(duty, facts);
  let jitter = random();
  let choiceRenewedAt: number | null = null;

  function facts(): Facts {
    const state = store.get();
    const { chosen, settings } = state;
    return {
      now: clock.now(),
      isPopupOpen: surroundings.isPopupOpen(),
      isLocked: surroundings.isLocked(),
      stopsOnLock: settings.stopVisibleOnLock,
      lastReadAt: refresh.lastReadAt(),
      lastRenewedAt: visibility.lastRenewedAt(),
      stopTriedAt: visibility.stopTriedAt(),
      stopAgainAfter: visibility.stopAgainAfter(),
      sessionRenewAfter: visibility.renewAfter(),
      choiceRenewedAt,
      choiceLife: chosen !== null && isChosenByActions(state, clock.now()) ? longestLife(chosen.presence) : null,
      triedAt: askFirst.triedAt(),
      inVain: askFirst.inVain(),
      jitter,
    };
  }

  const duties: Record<Duty, () => Promise<void>> = {
    dropPlan: async () => store.apply(planMade, openPlan),
    dropWish,
    endChoice,
    endMessage,
    stopVisible: visibility.stop,
    renewSession: visibility.renew,
    renewChoice,
    async read() {
      jitter = random();
      await refresh.refreshPresence();
    },
    async forgetOld() {
      // The reading before may have brought news.
      if (due(store.get(), facts()).includes('forgetOld')) store.apply(presenceOutdated);
    },
  };

  async function dropWish(): Promise<void> {
    const { publication } = store.get();
    if (publication.status !== 'waiting') return;
    if (isAmbiguous(publication.problem) && !(await isStillDue('dropWish'))) return;
    expireWish(store);
  }

  async function endChoice(): Promise<void> {
    const ending = store.get().chosen?.ending;
    if (!(await isStillDue('endChoice'))) return;
    const { chosen } = store.get();
    if (!chosen?.ending || chosen.ending !== ending) return;
    if (!isOverridden(store.get())) await askFirst.carryOut('endChoice', parts.endChoice);
    else if (hasPassed(slowestToShow, toEpoch(chosen.at), clock.now())) store.apply(choiceForgotten);
  }

  async function endMessage(): Promise<void> {
    if (await isStillDue('endMessage')) await askFirst.carryOut('endMessage', parts.endMessage);
  }

  async function renewChoice(): Promise<void> {
    if (!(await isStillDue('renewChoice'))) return;
    const writer = await writerFor();
    const { chosen, publication } = store.get();
    if (writer === null || chosen === null || isUnderWay(publication)) return;
    // A choice that is made meanwhile waits for it, or a slow renewal would be carried out over it.
    await parts.inLine(() => tellAgain(writer, chosen));
  }

  async function tellAgain(writer: Writer, { presence, ending }: Choice): Promise<void> {
    const begunAt = clock.now();
    const { outcome, writes } = await setByActions(writer, presence, serviceLife(ending, begunAt));
    if (!isSignedIn(store.get().session, writer.account)) return;
    // Only a renewal that worked counts: after a failure, half of the choice's life is left for further tries.
    if (outcome.ok) choiceRenewedAt = begunAt;
    store.apply(written, writes, store.get().verdict);
  }

  async function run(): Promise<void> {
    for (const duty of due(store.get(), facts())) await duties[duty]();
  }

  return joined(run);
}
