import { useEffect, useRef } from 'react';

/** Does something each time the popup is shown. A window that only comes to the front keeps its focus. */
export function useWhenShown(act: () => void): void {
  const current = useRef(act);
  useEffect(() => {
    current.current = act;
  });
  useEffect(() => {
    const onVisibility = () => {
      if (document.visibilityState === 'visible') current.current();
    };
    const onFocus = () => {
      if (document.activeElement === document.body) current.current();
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('focus', onFocus);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('focus', onFocus);
    };
  }, []);
}
