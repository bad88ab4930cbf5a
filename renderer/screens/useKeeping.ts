import { useEffect, useRef } from 'react';

/** Units: milliseconds. Somebody who types is not to be asked for the disk at each letter. */
const keepAfter = 400;

/**
 * Hands over what is written: a moment after it was typed, and at once when its page goes, so that it survives whatever
 * becomes of the page.
 */
export function useKeeping<Draft>(handOver: (draft: Draft) => void) {
  const unsent = useRef<Draft | null>(null);
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
    if (draft !== null) latest.current(draft);
  }
  const leave = useRef(keep);
  useEffect(() => () => leave.current(), []);

  return {
    keep,
    forget,
    keepSoon(draft: Draft): void {
      forget();
      unsent.current = draft;
      timer.current = setTimeout(keep, keepAfter);
    },
  };
}
