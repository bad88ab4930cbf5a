import { toInstant } from '#contract/instant.ts';
import { reasonUnseen } from '#contract/likelyReason.ts';
import { isAsAsked, isSameOutOfOffice, type SeenPresence } from '#contract/presence.ts';
import { mayBeDone } from '#contract/problem.ts';
import { isSignedIn } from '#contract/session.ts';
import type { AppState, OpenRequest, PresenceWish, Wish } from '#contract/state.ts';
import { type WishWriter, writeByActions } from '../graph/writePresence.ts';
import type { Clock } from '../ports.ts';
import { written } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import { presenceCarriedAgain } from '../state/transitions.ts';
import type { InLine } from './latestWins.ts';
import type { OnRecord } from './onRecord.ts';
import type { Throttle } from './throttle.ts';

/** A second try, by the actions, for what a create accepted and nobody sees: it may do nothing in this organisation. */
export interface UnseenCreate {
  /** A wish is about to be sent: what others see by then tells later whether anything has changed. */
  sending(writer: WishWriter): void;
  /** Sends it by the actions if only the create can be to blame, once for a wish. Comes to whether that was accepted. */
  sendAgain(wish: Wish): Promise<boolean>;
}

export interface UnseenCreateParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly throttle: Throttle;
  readonly onRecord: OnRecord;
  readonly inLine: InLine;
  /** No answer to the request will come. */
  readonly lose: (request: OpenRequest) => void;
}

/** What others saw before a wish was sent, and whether that was an earlier choice of ours. */
interface Before {
  readonly seen: SeenPresence;
  readonly isOurs: boolean;
}

/** Makes the second try. */
export function createUnseenCreate(parts: UnseenCreateParts): UnseenCreate {
  const { store, clock, throttle, onRecord, inLine, lose } = parts;
  const tried = new WeakSet<Wish>();
  let before: Before | null = null;
  let writer: WishWriter | null = null;

  function isToBlame(wish: Wish): wish is PresenceWish {
    return before !== null && isCreateToBlame(store.get(), wish, before);
  }

  async function sendByActions(wish: PresenceWish, by: WishWriter): Promise<boolean> {
    const request = await onRecord.begin(wish);
    if (!isToBlame(wish) || throttle.current() !== null) {
      onRecord.end(request);
      return false;
    }
    const trace = store.get().writes.find(({ operation }) => operation === 'create')?.trace ?? {};
    const { outcome, writes } = await writeByActions(by, wish);
    if (!outcome.ok && mayBeDone(outcome.problem)) lose(request);
    else onRecord.end(request);
    if (!isSignedIn(store.get().session, by.account)) return false;
    store.apply(written, writes, store.get().verdict);
    if (!outcome.ok) {
      throttle.note(outcome.problem);
      return false;
    }
    const now = toInstant(clock.now());
    store.apply(presenceCarriedAgain, wish, now, { decidedAt: now, trace });
    // A choice that came meanwhile is sent over it.
    const known = store.get().presence;
    before = known === null ? null : { seen: known.value, isOurs: true };
    return true;
  }

  return {
    sending(by) {
      writer = by;
      const { presence, chosen } = store.get();
      // Right after another choice, what showed before that one counts.
      if (presence?.evidence === 'accepted') return;
      const isOurs = chosen !== null && presence !== null && isAsAsked(presence.value, chosen.presence, null);
      before = presence?.evidence === 'seen' ? { seen: presence.value, isOurs } : null;
    },
    async sendAgain(wish) {
      const by = writer;
      if (by === null || tried.has(wish) || !isToBlame(wish)) return false;
      tried.add(wish);
      let isAccepted = false;
      await inLine(async () => {
        isAccepted = await sendByActions(wish, by);
      });
      return isAccepted;
    },
  };
}

/**
 * Whether nothing but the create can be why a wish does not show: Teams is open, nothing stronger shows, and nobody chose
 * elsewhere since. The actions cannot carry a change of out of office, and a pair that nobody chose is not worth a try.
 */
function isCreateToBlame(state: AppState, wish: Wish, before: Before): wish is PresenceWish {
  const { publication, presence, reading, settings, chosen } = state;
  if (publication.status !== 'checking' || publication.wish !== wish || wish.kind === 'automatic') return false;
  if (settings.route !== 'automatic' || chosen === null || chosen.isByActions === true) return false;
  const asked = wish.outOfOfficeSettings;
  const isOfPairOnly = asked === null || isSameOutOfOffice(before.seen.outOfOfficeSettings, asked);
  if (!isOfPairOnly || wish.isPairBorrowed === true) return false;
  if (presence?.evidence !== 'seen' || reading.status !== 'idle') return false;
  return isUnchanged(presence.value, before.seen) && !isStronger(state, presence.value, wish, before.isOurs);
}

function isUnchanged(seen: SeenPresence, before: SeenPresence): boolean {
  return seen.availability === before.availability && seen.activity === before.activity;
}

/** Whether what shows may stand above a choice, or nothing can. An open Teams says Available under any. */
function isStronger(state: AppState, seen: SeenPresence, { presence }: PresenceWish, isOurs: boolean): boolean {
  const { availability } = seen;
  if (availability === 'Offline' || availability === 'PresenceUnknown') return true;
  const isBusy = availability === 'Busy' || availability === 'DoNotDisturb';
  // A call, a meeting, a presentation, a time of focus.
  if (isBusy && seen.activity !== availability) return true;
  return isBusy && !isOurs && reasonUnseen(presence, state) === 'stronger';
}
