import { useSend } from '../bridge.tsx';
import { type Shortcuts, useShortcuts } from './useShortcuts.ts';

/** The keys that work on every page, with the page's own. */
export function useAppShortcuts(own: Shortcuts = {}): void {
  const send = useSend();
  useShortcuts({
    escape: () => send('hidePopup'),
    'ctrl+q': () => send('quit'),
    'ctrl+,': () => send('showSettings', 'general'),
    ...own,
  });
}
