import { useEffect, useState } from 'react';
import { keepVisibleHours } from '#contract/actions.ts';
import type { CommandName } from '#contract/commands.ts';
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
  const [copied, confirm] = useCopied();
  if (wayOut === null) return null;
  const { label, command } = wayOut;
  const isCopy = command === 'copyProblem' || command === 'copyAdminRequest';
  return {
    label: copied === command ? words.say('signIn.copied') : label,
    onClick: () => {
      if (isCopy) confirm(command);
      if (command === 'signIn') send('signIn', 'browser');
      else if (command === 'keepVisible') send('keepVisible', keepVisibleHours);
      else if (command === 'stopVisible') send('keepVisible', 0);
      else send(command);
    },
  };
}

/** What was copied within the last two seconds, and the way to say that it was. */
export function useCopied(): readonly [copied: CommandName | null, confirm: (command: CommandName) => void] {
  const [copied, setCopied] = useState<CommandName | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return [copied, setCopied];
}
