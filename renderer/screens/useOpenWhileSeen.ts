import { useEffect, useState } from 'react';
import { useSeen } from '../seen.ts';

/**
 * Whether a menu is open, which it is only while the popup is seen: it does not hear that its window is hidden, and would
 * cover the page when that is shown again.
 */
export function useOpenWhileSeen() {
  const seen = useSeen();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => seen.subscribe((isSeen) => isSeen || setIsOpen(false)), [seen]);
  return [isOpen, setIsOpen] as const;
}
