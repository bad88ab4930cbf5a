import { release } from 'node:os';
import { app } from 'electron';
import type { About } from '../ports.ts';

/** Reads what this copy is and runs on. */
export function readAbout(environment: Readonly<Record<string, string | undefined>>): About {
  const { electron = '', chrome = '', node } = process.versions;
  const { XDG_CURRENT_DESKTOP: desktop = '', XDG_SESSION_TYPE: session = '' } = environment;
  return {
    version: app.getVersion(),
    ...{ electron, chromium: chrome, node },
    system: `${process.platform} ${process.arch} ${release()}`,
    desktop: `${desktop} ${session}`.trim(),
    locale: app.getLocale(),
    isPackaged: app.isPackaged,
  };
}
