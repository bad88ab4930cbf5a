import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus to the page's heading when the focused element is gone, as a button that has done its work: otherwise
 * keyboard users would start from nowhere. A screen reader then reads the heading out.
 */
export function useFocusKept(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  // What opened the page has the focus still while this is drawn first, and is gone with its own page a moment later.
  const isInUse = useRef(document.activeElement !== document.body);
  useEffect(() => {
    const begin = () => {
      isInUse.current = true;
    };
    // A user who clicks beside all controls gives the focus up.
    const end = () => {
      isInUse.current = false;
    };
    document.addEventListener('focusin', begin);
    document.addEventListener('pointerdown', end);
    return () => {
      document.removeEventListener('focusin', begin);
      document.removeEventListener('pointerdown', end);
    };
  }, []);
  useEffect(() => {
    if (isInUse.current && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  });
  return heading;
}
