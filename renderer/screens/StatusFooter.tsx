import { useSend } from '../bridge.tsx';
import { Footer } from '../parts/Footer.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { statusLine } from './statusLine.ts';
import { useLasting, useNow } from './useNow.ts';
import { useWayOut } from './useWayOut.ts';

const noticeableMilliseconds = 400;

/** The foot of the home page; it counts the seconds while Microsoft 365 wants us to wait. */
export function StatusFooter({ username }: { readonly username: string }) {
  const words = useWords();
  const send = useSend();
  const state = useAppState();
  const { publication, isDemo } = state;
  const isCounting = publication.status === 'waiting' && publication.problem.kind === 'throttled';
  const now = useNow(isCounting ? 1000 : 30_000);
  const isSlow = useLasting(publication.status === 'publishing', noticeableMilliseconds);
  const { icon, text, action, canDismiss } = statusLine(words, state, username, { now, isSlow });
  return (
    <Footer
      isDemo={isDemo}
      isAlert={icon === 'danger'}
      icon={icon}
      text={text}
      action={useWayOut(action)}
      onDismiss={canDismiss ? () => send('cancelPublication') : null}
      onRefresh={action === null && icon !== 'danger' ? () => send('refreshPresence') : null}
      onOpenConfig={() => send('openConfig')}
    />
  );
}
