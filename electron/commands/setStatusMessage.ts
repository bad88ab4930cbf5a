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
  const send = latestWins(async (message: StatusMessage): Promise<void> => {
    store.apply(messageSending, message);
    const writer = await writerFor();
    if (writer === null) {
      store.apply(messageRefused, message, { kind: 'signInRequired' });
      return;
    }
    // Its end must survive whatever happens to this process next.
    await saved();
    const { outcome, writes } = await setStatusMessage(writer, message);
    store.apply(written, writes, store.get().verdict);
    if (outcome.ok) store.apply(messageAccepted, message);
    else store.apply(messageRefused, message, outcome.problem);
    if (!outcome.ok && outcome.problem.kind === 'signInRequired') store.apply(sessionEnded, outcome.problem);
  });

  return async ({ text, lasts }: StatusMessageDraft): Promise<void> => {
    const ending = planner.endOf({ lasts, sequel: 'automatic' });
    if (ending === 'past') return;
    await send({ text: text.trim(), endsAt: ending?.at ?? null });
  };
}
