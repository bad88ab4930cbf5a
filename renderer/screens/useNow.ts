import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Seen, useSeen, whileSeen } from '../seen.ts';

/** Hears that time has passed: every so often while anybody can see it, and when the page is shown. Units: milliseconds. */
function onTime(seen: Seen, everyMilliseconds: number, hear: () => void): () => void {
  return whileSeen(seen, () => {
    hear();
    const timer = setInterval(hear, everyMilliseconds);
    return () => clearInterval(timer);
  });
}

/** The time, read again every so often while anybody can see it. Units: milliseconds. */
export function useNow(everyMilliseconds: number): number {
  const seen = useSeen();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => onTime(seen, everyMilliseconds, () => setNow(Date.now())), [seen, everyMilliseconds]);
  return now;
}

/**
 * What is told of the time, asked again every so often while anybody can see it. Plain data, compared as text: what is
 * told alike is not drawn again, or everything would be each time that the popup is shown. Units: milliseconds.
 */
export function useTold<Told>(everyMilliseconds: number, tell: (now: number) => Told): Told {
  const seen = useSeen();
  const last = useRef<{ readonly text: string; readonly told: Told }>(null);
  const subscribe = useCallback((hear: () => void) => onTime(seen, everyMilliseconds, hear), [seen, everyMilliseconds]);
  return useSyncExternalStore(subscribe, () => {
    const told = tell(Date.now());
    const text = JSON.stringify(told);
    if (last.current?.text === text) return last.current.told;
    last.current = { text, told };
    return told;
  });
}

/** Whether something has been going on for a while. */
export function useLasting(isGoingOn: boolean, milliseconds: number): boolean {
  const [isLasting, setIsLasting] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return;
    const timer = setTimeout(() => setIsLasting(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setIsLasting(false);
    };
  }, [isGoingOn, milliseconds]);
  return isGoingOn && isLasting;
}

/** Whether something came while we looked, and not long ago. Compares by text: each state that comes is a new copy. */
export function useFresh(text: string | null, milliseconds: number): boolean {
  const [known, setKnown] = useState(text);
  const isNew = text !== null && text !== known;
  useEffect(() => {
    if (text === null || !isNew) return setKnown(text);
    const timer = setTimeout(() => setKnown(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, isNew, milliseconds]);
  return isNew;
}
