import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** @typedef {{ desktopEntryActions: (executable: string) => readonly { id: string, name: string, exec: string }[] }} Contract */

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The actions of the Linux desktop entry, which a right click on the launcher offers: made from the app's own table of
 * actions, so that the two cannot differ, and shaped as electron-builder's `linux.desktop` wants it.
 * @param {string} executable what starts the app
 */
export async function desktopActions(executable) {
  const path = join(root, 'electron/contract/desktopEntry.ts');
  const imported = await runnerImport(path, { root, configFile: false, logLevel: 'error' });
  const { desktopEntryActions } = /** @type {Contract} */ (imported.module);
  const actions = desktopEntryActions(executable);
  return {
    entry: { Actions: `${actions.map(({ id }) => id).join(';')};` },
    desktopActions: Object.fromEntries(actions.map(({ id, name, exec }) => [id, { Name: name, Exec: exec }])),
  };
}
