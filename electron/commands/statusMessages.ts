import type { FollowUp } from '#contract/followUp.ts';
import { endsSession } from '#contract/problem.ts';
import { type Account, accountOf, isOf, isSignedIn } from '#contract/session.ts';
import type { StatusMessage, StatusMessageDraft } from '#contract/statusMessage.ts';
import { setStatusMessage } from '../graph/setStatusMessage.ts';
import { messageAccepted, messageRefused, messageSending, messageSet } from '../state/messageTransitions.ts';
import { written } from '../state/planTransitions.ts';
import { sessionEnded } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { latestWins } from './latestWins.ts';
import type { Planner } from './planner.ts';
import type { WriterFor } from './writer.ts';

interface Asked {
  readonly message: StatusMessage;
  readonly account: Account;
  readonly isEnd: boolean;
  /** The one that was to follow a wish when this was asked for. Stays the same while that wish becomes another. */
  readonly other: FollowUp['statusMessage'];
  /** Asked when its turn has come. */
  readonly isMeant: () => boolean;
}

export interface StatusMessages {
  /** Writes the note under the person's name; an empty text takes it away. Nothing where it is not meant any more by then. */
  set(draft: StatusMessageDraft, isMeant?: () => boolean): Promise<void>;
  /** Takes it away because its time is over: what else is to come in its place still does. */
  end(): Promise<void>;
}

/** Makes the one way in which a status message is written. Of several, the newest wins. */
export function createStatusMessages(
  store: Store,
  writerFor: WriterFor,
  planner: Planner,
  saved: () => Promise<void>,
): StatusMessages {
  const send = latestWins(async ({ message, account, isEnd, other, isMeant }: Asked): Promise<void> => {
    const isTheirs = () => isOf(store.get().session, account);
    if (!isTheirs() || !isMeant()) return;
    store.apply(messageSending, message, isEnd);
    const writer = await writerFor();
    // Its end must survive whatever happens to this process next.
    await saved();
    // Somebody else has signed in: the message of the person before is neither sent nor reported to them.
    if (!isTheirs()) return;
    if (writer === null) {
      store.apply(messageRefused, message, { kind: 'signInRequired' });
      return;
    }
    const { outcome, writes } = await setStatusMessage(writer, message);
    if (!isTheirs()) return;
    store.apply(written, writes, store.get().verdict);
    if (outcome.ok && isEnd) store.apply(messageSet, message, null);
    else if (outcome.ok) store.apply(messageAccepted, message, other);
    else store.apply(messageRefused, message, outcome.problem);
    const isOver = !outcome.ok && endsSession(outcome.problem) && isSignedIn(store.get().session, account);
    if (isOver) store.apply(sessionEnded, outcome.problem);
  });

  return {
    async set({ text, lasts }, isMeant = () => true) {
      const ending = planner.endOf({ lasts, sequel: 'automatic' });
      const account = accountOf(store.get().session);
      if (ending === 'past' || account === null) return;
      const message = { text: text.trim(), endsAt: ending?.at ?? null };
      await send({ message, account, isEnd: false, other: store.get().followUp?.statusMessage, isMeant });
    },
    async end() {
      const account = accountOf(store.get().session);
      if (account !== null)
        await send({
          message: { text: '', endsAt: null },
          account,
          isEnd: true,
          other: undefined,
          isMeant: () => true,
        });
    },
  };
}
