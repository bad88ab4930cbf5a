/** What tells whether somebody sees the popup. */
interface Sight {
  readonly isOpen: boolean;
  readonly isFocused: boolean;
  /** Without a tray it is a window like any other. */
  readonly isWindow: boolean;
}

/**
 * Whether somebody sees the popup. Beside a tray it is there only while it is used. A window may be covered by others
 * all day and not know it: only the focus tells.
 */
export function isPopupSeen({ isOpen, isFocused, isWindow }: Sight): boolean {
  return isOpen && (isFocused || !isWindow);
}
