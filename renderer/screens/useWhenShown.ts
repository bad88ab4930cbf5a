import { useEffect, useRef } from 'react';
import { useSeen } from '../seen.ts';

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
    const leave = seen.subscribe((isSeen) => {
      if (isSeen) current.current();
    });
    window.addEventListener('focus', onFocus);
    return () => {
      leave();
      window.removeEventListener('focus', onFocus);
    };
  }, [seen]);
}
