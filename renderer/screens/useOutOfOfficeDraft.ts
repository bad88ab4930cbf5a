import { useState } from 'react';
import { draftLimit } from '#contract/outOfOfficePlan.ts';
import type { OutOfOfficeDraft } from '#contract/outOfOfficeState.ts';
import { useSend } from '../bridge.tsx';
import { useAppState } from '../projection.ts';
import { firstDraft, withMailbox } from './outOfOfficeDraft.ts';
import { useKeeping } from './useKeeping.ts';
import { useNow } from './useNow.ts';

/**
 * The draft of the page: what is typed, else what main kept of it, else what there is, which may come later. Main gets
 * it, so that it survives hiding and a restart.
 */
export function useOutOfOfficeDraft() {
  const send = useSend();
  const state = useAppState();
  // Read again when the page is shown: times that nobody typed would be over on one that stayed open over night.
  const now = useNow(3_600_000);
  const [typed, setTyped] = useState<OutOfOfficeDraft | null>(state.outOfOffice.draft);
  const { keep, keepSoon, drop } = useKeeping<OutOfOfficeDraft>(state.outOfOffice.draft, (draft) => {
    if (draft === null || isKeepable(draft)) send('draftOutOfOffice', draft);
  });

  return {
    draft: typed === null ? firstDraft(state, now) : withMailbox(typed, state, now),
    change(draft: OutOfOfficeDraft): void {
      keepSoon(draft);
      setTyped(draft);
    },
    keep,
    drop(): void {
      drop();
      setTyped(null);
    },
  };
}

/** What main would refuse stays in the popup. */
function isKeepable({ organisation, others, statusMessage }: OutOfOfficeDraft): boolean {
  const texts = [organisation, others].map((reply) => (typeof reply === 'string' ? '' : reply.text));
  return [...texts, statusMessage ?? ''].every((text) => text.length <= draftLimit);
}
