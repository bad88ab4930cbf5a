import { type RefObject, useEffect, useRef, useState } from 'react';

interface FaultShown {
  /** Goes to what holds the fields. */
  readonly fields: RefObject<HTMLElement | null>;
  /** Whether something is wrong although nobody has begun to write: only then it is to be said. */
  readonly hasTried: boolean;
  readonly tryInVain: () => void;
}

/**
 * What was to be saved and is not right: the first field that is wrong gets the focus, and what is wrong is scrolled to.
 * The page is longer than the popup, and a button that seems to do nothing is pressed again and again.
 */
export function useFaultShown(): FaultShown {
  const fields = useRef<HTMLElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries === 0) return;
    fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    fields.current?.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' });
  }, [tries]);
  return { fields, hasTried: tries > 0, tryInVain: () => setTries((before) => before + 1) };
}
