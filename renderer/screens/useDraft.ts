import { useState } from 'react';
import { draftLimit } from '#contract/outOfOfficePlan.ts';
import { isSameDraft, type MessageDraft } from '#contract/statusMessage.ts';
import { useSend } from '../bridge.tsx';
import { useAppState } from '../projection.ts';
import { useKeeping } from './useKeeping.ts';

/** The status message as it is written. Main gets it, so that it survives the popup, and lets it go once it is set. */
export function useMessageDraft() {
  const send = useSend();
  const { messageDraft } = useAppState();
  // What main does not have yet; undefined where it has all of it.
  const [written, setWritten] = useState<MessageDraft | null | undefined>(undefined);
  const { keep, keepSoon, drop } = useKeeping<MessageDraft>(messageDraft, (next) => {
    // What main would refuse stays in the popup.
    if (next === null || next.text.length <= draftLimit) send('draftStatusMessage', next);
  });
  if (written !== undefined && isSameDraft(written, messageDraft)) setWritten(undefined);

  function onDraft(next: MessageDraft | null): void {
    setWritten(next);
    if (next === null) drop();
    else keepSoon(next);
  }
  return {
    draft: written === undefined ? messageDraft : written,
    onDraft,
    /** What is saved is main's at once and nobody else's: it may have let it go before the page hears that it had it. */
    onSave(next: MessageDraft): void {
      keepSoon(next);
      keep();
      setWritten(undefined);
    },
  };
}
