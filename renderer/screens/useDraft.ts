import { useEffect, useRef, useState } from 'react';
import { draftLimit } from '#contract/outOfOfficePlan.ts';
import type { MessageDraft } from '#contract/statusMessage.ts';
import { useSend } from '../bridge.tsx';
import { useAppState } from '../projection.ts';
import { useKeeping } from './useKeeping.ts';

/** The status message as it is written, until the service has accepted it. Main gets it, so that it survives the popup. */
export function useMessageDraft() {
  const send = useSend();
  const { statusMessage, messageDraft } = useAppState();
  const { asking, seen } = statusMessage;
  const [draft, setDraft] = useState<MessageDraft | null>(messageDraft);
  const { keepSoon, drop } = useKeeping<MessageDraft>(messageDraft, (next) => {
    // What main would refuse stays in the popup.
    if (next === null || next.text.length <= draftLimit) send('draftStatusMessage', next);
  });
  const change = (next: MessageDraft | null) => {
    setDraft(next);
    if (next === null) drop();
    else keepSoon(next);
  };
  const onDraft = useRef(change);
  useEffect(() => {
    onDraft.current = change;
  });

  const wasSending = useRef(false);
  const text = seen?.text ?? '';
  const { status } = asking;
  const isAccepted = status === 'idle' && draft !== null && draft.text.trim() === text;
  useEffect(() => {
    if (wasSending.current && isAccepted) onDraft.current(null);
    wasSending.current = status === 'sending';
  }, [status, isAccepted]);
  return { draft, onDraft: change };
}
