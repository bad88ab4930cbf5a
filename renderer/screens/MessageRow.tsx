import type { Ref } from 'react';
import { StatusMessageRow } from '../parts/StatusMessageRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { sayMessageCaption } from './messageView.ts';
import { useNow } from './useNow.ts';

interface MessageRowProps {
  readonly onOpen: () => void;
  readonly openRef: Ref<HTMLButtonElement>;
}

/** The status message on the home page. */
export function MessageRow({ onOpen, openRef }: MessageRowProps) {
  const words = useWords();
  const state = useAppState();
  const now = useNow(30_000);
  const { seen, asking } = state.statusMessage;
  return (
    <StatusMessageRow
      openRef={openRef}
      text={seen?.text ?? null}
      caption={sayMessageCaption(words, state, now)}
      isChanging={asking.status === 'sending'}
      hasFailed={asking.status === 'failed'}
      onOpen={onOpen}
    />
  );
}
