import type { FollowUp } from '#contract/followUp.ts';
import { toEpoch } from '#contract/instant.ts';
import type { PresetPart } from '#contract/notice.ts';
import { accountOf, isOf } from '#contract/session.ts';
import type { Wish } from '#contract/state.ts';
import type { WorkLocation } from '#contract/workLocation.ts';
import { setWorkLocation } from '../graph/setWorkLocation.ts';
import type { Clock, Log } from '../ports.ts';
import {
  followUpAsked,
  followUpBegun,
  followUpOver,
  isPreviousUnknown,
  isUnsent,
  previousSeen,
  stageOf,
} from '../state/followUpTransitions.ts';
import { written } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import { inBackground } from './inBackground.ts';
import type { Publisher } from './publish.ts';
import type { StatusMessages } from './statusMessages.ts';
import type { WriterFor } from './writer.ts';

export interface FollowUpParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly setStatusMessage: StatusMessages['set'];
  readonly writerFor: WriterFor;
  readonly refreshPresence: () => Promise<void>;
}

export interface FollowUps {
  /** Tells Microsoft a wish, and what follows once that is accepted. Settles when all is said, or has to wait. */
  ask(followUp: FollowUp, isUnattended?: boolean): Promise<void>;
}

/**
 * Sends what follows a wish once the wish is accepted, however long that takes, in a later run too; but not after
 * another wish, another person or a newer message has come. The user is told what fails.
 */
export function createFollowUps(parts: FollowUpParts): FollowUps {
  const { store, clock, log, publisher, setStatusMessage, writerFor, refreshPresence } = parts;
  const works = new WeakMap<Wish, Promise<void>>();

  async function ask(followUp: FollowUp, isUnattended?: boolean): Promise<void> {
    // A copy, because the same wish may be asked for again while this one is still followed.
    const wish = { ...followUp.wish };
    const published = publisher.publish(wish, isUnattended);
    store.apply(followUpAsked, { ...followUp, wish });
    await published;
    await works.get(wish);
  }

  async function follow(followUp: FollowUp): Promise<void> {
    const account = accountOf(store.get().session);
    const isCurrent = () =>
      account !== null && isOf(store.get().session, account) && store.get().followUp?.wish === followUp.wish;
    store.apply(followUpBegun, followUp);
    if (followUp.isGivenBack && followUp.wish.kind === 'presence') {
      await ask({ ...followUp, wish: { kind: 'automatic' } }, true);
      return;
    }
    if (isPreviousUnknown(store.get(), followUp)) {
      await refreshPresence();
      if (!isCurrent()) return;
      store.apply(previousSeen);
    }
    const failed: PresetPart[] = [];
    if (!(await writeMessage(followUp))) failed.push('statusMessage');
    if (!isCurrent()) return;
    if (!(await writeLocation(followUp.workLocation))) failed.push('workLocation');
    if (!isCurrent()) return;
    store.apply(followUpOver);
    const { preset } = followUp;
    if (failed.length === 0) return;
    if (preset === null) store.apply(noticed, { kind: 'restoredPartly', parts: failed });
    else store.apply(noticed, { kind: 'presetPartly', name: preset, parts: failed });
  }

  async function writeMessage({ statusMessage, preset }: FollowUp): Promise<boolean> {
    if (statusMessage === undefined) return true;
    const { text, endsAt = store.get().chosen?.ending?.at ?? null } = statusMessage;
    const hasEnded = endsAt !== null && toEpoch(endsAt) <= clock.now();
    // What shows instead of one that is over is somebody else's.
    if (hasEnded && preset !== null) return true;
    const lasts = endsAt === null || hasEnded ? 'untilChanged' : { until: endsAt };
    // One that somebody writes, or that of another preset, takes its place meanwhile.
    const isMeant = () => store.get().followUp?.statusMessage === statusMessage;
    await setStatusMessage({ text: hasEnded ? '' : text, lasts }, isMeant);
    return store.get().statusMessage.asking.status !== 'failed';
  }

  async function writeLocation(location: WorkLocation | null | undefined): Promise<boolean> {
    if (location === undefined) return true;
    const writer = await writerFor();
    if (writer === null) return false;
    const { outcome, writes } = await setWorkLocation(writer, location);
    if (!isOf(store.get().session, writer.account)) return false;
    store.apply(written, writes, store.get().verdict);
    return outcome.ok;
  }

  store.watch((state) => {
    const { followUp } = state;
    if (followUp === null) return;
    const stage = stageOf(state, followUp);
    const isRead = state.presence?.evidence === 'seen';
    if (isRead && isUnsent(state, followUp) && isPreviousUnknown(state, followUp)) store.apply(previousSeen);
    if (stage === 'givenUp') store.apply(followUpOver);
    if (stage !== 'accepted' || works.has(followUp.wish)) return;
    // Begins only once `works` has it: following changes the state, which brings us here again.
    const work = Promise.resolve(followUp).then(follow);
    works.set(followUp.wish, work);
    inBackground(log, 'followUp', work);
  });

  return { ask };
}
