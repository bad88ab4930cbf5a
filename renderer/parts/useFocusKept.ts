import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where the focus goes when what had it has gone, as a button that has done its work: else whoever uses the keyboard
 * starts from nowhere. For the heading of a page, which a screen reader then reads out.
 */
export function useFocusKept(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const isInUse = useRef(false);
  useEffect(() => {
    const begin = () => {
      isInUse.current = true;
    };
    // Whoever clicks beside everything has let it go.
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
