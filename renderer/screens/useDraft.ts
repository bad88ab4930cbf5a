import { useEffect, useRef, useState } from 'react';
import { useAppState } from '../projection.ts';
import type { MessageDraft } from './messageView.ts';

/** The status message as it is written, until the service has accepted it. */
export function useMessageDraft() {
  const { asking, seen } = useAppState().statusMessage;
  const [draft, onDraft] = useState<MessageDraft | null>(null);
  const wasSending = useRef(false);
  const text = seen?.text ?? '';
  const { status } = asking;
  useEffect(() => {
    if (wasSending.current && status === 'idle') {
      onDraft((current) => (current !== null && current.text.trim() === text ? null : current));
    }
    wasSending.current = status === 'sending';
  }, [status, text]);
  return { draft, onDraft };
}
