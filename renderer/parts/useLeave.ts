import { useEffect, useRef } from 'react';

/**
 * Calls the newest `leave` when the component goes, so that what was typed last is handed over. Where the whole window
 * goes, React unmounts nothing, so that is listened for.
 */
export function useLeave(leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const onClose = () => latest.current();
    window.addEventListener('beforeunload', onClose);
    return () => {
      window.removeEventListener('beforeunload', onClose);
      onClose();
    };
  }, []);
}
