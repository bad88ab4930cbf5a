import { type RefObject, useEffect, useRef, useState } from 'react';

interface CutRow<E extends HTMLElement> {
  readonly row: RefObject<E | null>;
  /** Whether it goes on beyond its end. */
  readonly isCut: boolean;
}

/** Watches a row that scrolls sideways, so that only what is not whole looks like it. */
export function useIsCut<E extends HTMLElement>(): CutRow<E> {
  const row = useRef<E>(null);
  const [isCut, setIsCut] = useState(false);
  useEffect(() => {
    const { current } = row;
    if (current === null) return;
    // From right to left, the way is counted downwards.
    const look = () => setIsCut(Math.abs(current.scrollLeft) + current.clientWidth < current.scrollWidth - 1);
    const observer = new ResizeObserver(look);
    for (const part of [current, ...current.children]) observer.observe(part);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', look);
    };
  });
  return { row, isCut };
}
