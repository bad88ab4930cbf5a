import { sayNotice } from '#contract/noticeWords.ts';
import { useSend } from '../bridge.tsx';
import { Notices } from '../parts/Notices.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { useTold } from './useNow.ts';

/** The notices of a window, at its foot. A day in them is another one after midnight. */
export function NoticeBar() {
  const words = useWords();
  const send = useSend();
  const { notices } = useAppState();
  const told = useTold(30_000, (now) =>
    notices.map((notice) => ({ id: notice.kind, text: sayNotice(words, notice, now) })),
  );
  return <Notices notices={told} onDismiss={() => send('dismissNotices')} />;
}
