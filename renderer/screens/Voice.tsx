import { useEffect, useState } from 'react';
import type { AppState } from '#contract/state.ts';
import type { Words } from '#contract/words.ts';
import { Announcer } from '../parts/Announcer.tsx';
import { useWords } from '../parts/words.ts';
import { useProjection } from '../projection.ts';
import { stillTold } from './useStillTold.ts';

interface VoiceProps {
  /** What is told about a change; null where it is worth no words. */
  readonly announce: (words: Words, before: AppState, after: AppState, now: number) => string | null;
}

/** Tells a screen reader of changes, as long as its window is there. */
export function Voice({ announce }: VoiceProps) {
  const projection = useProjection();
  const words = useWords();
  const [told, setTold] = useState({ text: '', count: 0 });
  useEffect(() => {
    let before = projection.getState();
    return projection.subscribe((state) => {
      const after = stillTold(before, state);
      const text = announce(words, before, after, Date.now());
      before = after;
      if (text !== null) setTold(({ count }) => ({ text, count: count + 1 }));
    });
  }, [projection, words, announce]);
  return <Announcer {...told} />;
}
