import { useEffect, useState } from 'react';

/** The time, read again every so often while anybody can see it. Units: milliseconds. */
export function useNow(everyMilliseconds: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const read = () => setNow(Date.now());
    function follow(): void {
      clearInterval(timer);
      if (document.visibilityState === 'hidden') return;
      read();
      timer = setInterval(read, everyMilliseconds);
    }
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [everyMilliseconds]);
  return now;
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
