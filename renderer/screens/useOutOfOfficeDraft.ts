import { useEffect, useRef, useState } from 'react';
import { draftLimit } from '#contract/outOfOfficePlan.ts';
import type { OutOfOfficeDraft } from '#contract/outOfOfficeState.ts';
import { useSend } from '../bridge.tsx';
import { useAppState } from '../projection.ts';
import { firstDraft, withMailbox } from './outOfOfficeDraft.ts';

/** Units: milliseconds. Somebody who types is not to be asked for the disk at each letter. */
const keepAfter = 400;

/**
 * The draft of the page: what is typed, else what main kept of it, else what there is, which may come later. Main gets it
 * a moment after it was typed, and at once when the page is left, so that it survives hiding and a restart.
 */
export function useOutOfOfficeDraft() {
  const send = useSend();
  const state = useAppState();
  const [openedAt] = useState(() => Date.now());
  const [typed, setTyped] = useState<OutOfOfficeDraft | null>(state.outOfOffice.draft);
  const unsent = useRef<OutOfOfficeDraft | null>(null);
  // What was sent a moment ago is not in the state yet.
  const isSent = useRef(false);

  function keep(): void {
    const draft = unsent.current;
    unsent.current = null;
    if (draft === null || !isKeepable(draft)) return;
    isSent.current = true;
    send('draftOutOfOffice', draft);
  }
  const leave = useRef(keep);
  useEffect(() => {
    leave.current = keep;
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => leave.current(), keepAfter);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => leave.current(), []);

  return {
    draft: typed === null ? firstDraft(state, openedAt) : withMailbox(typed, state, openedAt),
    change(draft: OutOfOfficeDraft): void {
      unsent.current = draft;
      setTyped(draft);
    },
    keep,
    drop(): void {
      unsent.current = null;
      setTyped(null);
      if (isSent.current || state.outOfOffice.draft !== null) send('draftOutOfOffice', null);
      isSent.current = false;
    },
  };
}

/** What main would refuse stays in the popup. */
function isKeepable({ organisation, others, statusMessage }: OutOfOfficeDraft): boolean {
  const texts = [organisation, others].map((reply) => (typeof reply === 'string' ? '' : reply.text));
  return [...texts, statusMessage ?? ''].every((text) => text.length <= draftLimit);
}
