import { useEffect, useRef } from 'react';
import { useLeave } from '../parts/useLeave.ts';

/** Main is not told of each letter. Units: milliseconds. */
const keepAfter = 400;

/**
 * Hands over what is written: a moment after it was typed, and at once when its page goes, so that it survives whatever
 * becomes of the page. `kept` is what main has of it; what is dropped there is handed over as null.
 */
export function useKeeping<Draft>(kept: Draft | null, handOver: (draft: Draft | null) => void) {
  const unsent = useRef<Draft | null>(null);
  // What was handed over a moment ago is not in the state yet.
  const isHandedOver = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(handOver);
  useEffect(() => {
    latest.current = handOver;
  });

  function forget(): void {
    clearTimeout(timer.current);
    unsent.current = null;
  }
  function keep(): void {
    const draft = unsent.current;
    forget();
    if (draft === null) return;
    isHandedOver.current = true;
    latest.current(draft);
  }
  useLeave(keep);

  return {
    keep,
    drop(): void {
      forget();
      if (isHandedOver.current || kept !== null) handOver(null);
      isHandedOver.current = false;
    },
    keepSoon(draft: Draft): void {
      forget();
      unsent.current = draft;
      timer.current = setTimeout(keep, keepAfter);
    },
  };
}
