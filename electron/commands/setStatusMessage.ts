import { endsSession } from '#contract/problem.ts';
import { type Account, accountOf, isOf, isSignedIn } from '#contract/session.ts';
import type { StatusMessage, StatusMessageDraft } from '#contract/statusMessage.ts';
import { setStatusMessage } from '../graph/setStatusMessage.ts';
import { messageAccepted, messageRefused, messageSending, written } from '../state/planTransitions.ts';
import { sessionEnded } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { latestWins } from './latestWins.ts';
import type { Planner } from './planner.ts';
import type { WriterFor } from './writer.ts';

/** Makes the command that writes the note under the person's name; an empty text takes it away. */
export function createSetStatusMessage(
  store: Store,
  writerFor: WriterFor,
  planner: Planner,
  saved: () => Promise<void>,
) {
  const send = latestWins(async ({ message, account }: { message: StatusMessage; account: Account }): Promise<void> => {
    const isTheirs = () => isOf(store.get().session, account);
    if (!isTheirs()) return;
    store.apply(messageSending, message);
    const writer = await writerFor();
    // Its end must survive whatever happens to this process next.
    await saved();
    // Nobody says what the one before them wrote, and nobody is told what came of it.
    if (!isTheirs()) return;
    if (writer === null) {
      store.apply(messageRefused, message, { kind: 'signInRequired' });
      return;
    }
    const { outcome, writes } = await setStatusMessage(writer, message);
    if (!isTheirs()) return;
    store.apply(written, writes, store.get().verdict);
    if (outcome.ok) store.apply(messageAccepted, message);
    else store.apply(messageRefused, message, outcome.problem);
    const isOver = !outcome.ok && endsSession(outcome.problem) && isSignedIn(store.get().session, account);
    if (isOver) store.apply(sessionEnded, outcome.problem);
  });

  return async ({ text, lasts }: StatusMessageDraft): Promise<void> => {
    const ending = planner.endOf({ lasts, sequel: 'automatic' });
    const account = accountOf(store.get().session);
    if (ending === 'past' || account === null) return;
    await send({ message: { text: text.trim(), endsAt: ending?.at ?? null }, account });
  };
}
