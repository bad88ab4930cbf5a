import type { AppState } from '#contract/state.ts';
import { useSend } from '../bridge.tsx';
import { Footer } from '../parts/Footer.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { type StatusAction, statusLine } from './statusLine.ts';
import { useFresh, useLasting, useTold } from './useNow.ts';
import { useStillTold } from './useStillTold.ts';
import { useWayOut } from './useWayOut.ts';

const noticeableMilliseconds = 400;
const undoMilliseconds = 8000;

/** Actions beside which there is room for the button to check again, and reason to. */
const modest: readonly (StatusAction | undefined)[] = [undefined, 'undo', 'stopVisible'];

interface StatusFooterProps {
  readonly username: string;
  /** Whether the page has a way of its own to check again. */
  readonly hasOwnRefresh?: boolean;
}

/** The foot of the home page; it counts the seconds while Microsoft 365 wants us to wait. */
export function StatusFooter({ username, hasOwnRefresh = false }: StatusFooterProps) {
  const words = useWords();
  const send = useSend();
  const state = useStillTold(useAppState());
  const { isDemo, publication } = state;
  const isCounting = publication.status === 'waiting' && publication.problem.kind === 'throttled';
  const isSlow = useLasting(publication.status === 'publishing', noticeableMilliseconds);
  const isFresh = useFresh(changeOf(state), undoMilliseconds);
  const { icon, text, action, canDismiss } = useTold(isCounting ? 1000 : 30_000, (now) =>
    statusLine(words, state, username, { now, isSlow, isFresh }),
  );
  // The × only puts a failure away, but a wish that still waits is given up with it.
  const dismissLabel = words.say(publication.status === 'waiting' ? 'menu.cancelChange' : 'action.dismiss');
  return (
    <Footer
      isDemo={isDemo}
      isAlert={icon === 'danger'}
      icon={icon}
      text={text}
      action={useWayOut(action)}
      dismiss={canDismiss ? { label: dismissLabel, onClick: () => send('cancelPublication') } : null}
      onRefresh={
        !hasOwnRefresh && modest.includes(action?.command) && icon !== 'danger' ? () => send('refreshPresence') : null
      }
      onSettings={() => send('showSettings', 'general')}
    />
  );
}

/** Identifies the last change that can be undone, by its time too: two changes may be undone to the same. */
function changeOf({ undo, chosen, givenBack }: AppState): string | null {
  return undo === null ? null : JSON.stringify([undo, (chosen ?? givenBack)?.at]);
}
