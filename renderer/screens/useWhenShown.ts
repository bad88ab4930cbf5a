import { useEffect, useRef } from 'react';
import { useSeen } from '../seen.ts';

const uses = ['pointerdown', 'keydown'] as const;

/** Does something each time the popup is shown. A window that only comes to the front keeps its focus. */
export function useWhenShown(act: () => void): void {
  const seen = useSeen();
  const current = useRef(act);
  useEffect(() => {
    current.current = act;
  });
  useEffect(() => {
    const onFocus = () => {
      if (document.activeElement === document.body) current.current();
    };
    // The page is told a moment after it is shown, and whoever has begun by then is not led away.
    let isUsed = false;
    const onUse = () => {
      isUsed = true;
    };
    const leave = seen.subscribe((isSeen) => {
      if (isSeen && !isUsed) current.current();
      isUsed = false;
    });
    window.addEventListener('focus', onFocus);
    for (const use of uses) window.addEventListener(use, onUse, true);
    return () => {
      leave();
      window.removeEventListener('focus', onFocus);
      for (const use of uses) window.removeEventListener(use, onUse, true);
    };
  }, [seen]);
}
