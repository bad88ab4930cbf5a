import type { BrowserWindow } from 'electron';

/**
 * Whether somebody sees the popup. Beside a tray it is there only while it is used. As a window it may be covered by
 * others all day and not know it: only the focus tells.
 */
export function isPopupSeen(
  popup: Pick<BrowserWindow, 'isVisible' | 'isMinimized' | 'isFocused'> | null,
  isWindow: boolean,
): boolean {
  return popup?.isVisible() === true && !popup.isMinimized() && (popup.isFocused() || !isWindow);
}
