import { shell } from 'electron';
import type { OpenBrowser } from '../ports.ts';

/** Other names of Microsoft's own sign-in hosts, which the sign-in library replaces by the one it prefers. */
const preferredOrigins: Readonly<Record<string, string>> = {
  'https://login.microsoft.com': 'https://login.microsoftonline.com',
  'https://login.windows.net': 'https://login.microsoftonline.com',
  'https://sts.windows.net': 'https://login.microsoftonline.com',
  'https://login.usgovcloudapi.net': 'https://login.microsoftonline.us',
  'https://login.chinacloudapi.cn': 'https://login.partner.microsoftonline.cn',
};

/** Opens sign-in pages of the one configured authority in the user's browser, and no other page of anybody's. */
export function createOpenBrowser(authority: string): OpenBrowser {
  const { origin } = new URL(authority);
  return async (url) => {
    const opened = new URL(url).origin;
    if (opened !== origin && opened !== preferredOrigins[origin])
      throw new Error('not a page of the configured authority');
    await shell.openExternal(url);
  };
}
