import { shell } from 'electron';
import type { OpenBrowser } from '../ports.ts';

/** Opens sign-in pages of the one configured authority in the user's browser, and no other page of anybody's. */
export function createOpenBrowser(authority: string): OpenBrowser {
  const { origin } = new URL(authority);
  return async (url) => {
    if (new URL(url).origin !== origin) throw new Error('not a page of the configured authority');
    await shell.openExternal(url);
  };
}
