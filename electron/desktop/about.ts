import { release } from 'node:os';
import { app } from 'electron';

/** What this copy is and runs on: flat, and nothing of the person. */
export function readAbout(environment: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const { electron = '', chrome = '', node } = process.versions;
  const { XDG_CURRENT_DESKTOP: desktop = '', XDG_SESSION_TYPE: session = '' } = environment;
  return {
    version: `${app.getVersion()}${app.isPackaged ? '' : ', from its sources'}`,
    ...{ electron, chromium: chrome, node },
    system: `${process.platform} ${process.arch} ${release()}`,
    desktop: `${desktop} ${session}`.trim(),
    locale: app.getLocale(),
  };
}
