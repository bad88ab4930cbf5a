import { useEffect, useState } from 'react';
import { useSend } from '../bridge.tsx';
import { useWords } from '../parts/words.ts';
import type { StatusAction } from './statusLine.ts';

interface WayOut {
  readonly label: string;
  readonly command: StatusAction;
}

/** The button for a way out; one that copies says "Copied" for a moment. */
export function useWayOut(wayOut: WayOut | null): { label: string; onClick: () => void } | null {
  const send = useSend();
  const words = useWords();
  const [isCopied, confirm] = useCopied();
  if (wayOut === null) return null;
  const { label, command } = wayOut;
  const isCopy = command === 'copyProblem' || command === 'copyAdminRequest';
  return {
    label: isCopy && isCopied ? words.say('signIn.copied') : label,
    onClick: () => {
      if (isCopy) confirm();
      if (command === 'signIn') send('signIn', 'browser');
      else send(command);
    },
  };
}

/** Whether something was copied within the last two seconds, and the way to say that it was. */
export function useCopied(): readonly [isCopied: boolean, confirm: () => void] {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return [isCopied, () => setIsCopied(true)];
}
