import type { Ref } from 'react';
import { StatusMessageRow } from '../parts/StatusMessageRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { sayMessageCaption } from './messageView.ts';
import { useTold } from './useNow.ts';

interface MessageRowProps {
  readonly onOpen: () => void;
  readonly openRef: Ref<HTMLButtonElement>;
}

/** The status message on the home page. */
export function MessageRow({ onOpen, openRef }: MessageRowProps) {
  const words = useWords();
  const state = useAppState();
  const caption = useTold(30_000, (now) => sayMessageCaption(words, state, now));
  const { seen, asking } = state.statusMessage;
  return (
    <StatusMessageRow
      openRef={openRef}
      text={seen?.text ?? null}
      caption={caption}
      isChanging={asking.status === 'sending'}
      hasFailed={asking.status === 'failed'}
      hasKeys={state.settings.singleKeys}
      onOpen={onOpen}
    />
  );
}
