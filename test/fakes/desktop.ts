import type { Desktop } from '../../electron/ports.ts';

/** A desktop that keeps what it was asked for. */
export function recordDesktop() {
  const asked: string[] = [];
  return {
    asked,
    showPopup: () => void asked.push('showPopup'),
    hidePopup: () => void asked.push('hidePopup'),
    resizePopup: (height) => void asked.push(`resizePopup ${height}`),
    showSettings: () => void asked.push('showSettings'),
    openFile: async (path) => void asked.push(`openFile ${path}`),
    copy: async (text) => void asked.push(`copy ${text}`),
    notify: (text) => void asked.push(`notify ${text}`),
    quit: () => void asked.push('quit'),
  } satisfies Desktop & Record<string, unknown>;
}
