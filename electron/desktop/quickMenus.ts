import { app, Menu } from 'electron';
import type { AppState } from '#contract/state.ts';
import type { Words } from '#contract/words.ts';
import { dockMenu, jumpListTasks, type Program } from '../tray/quickMenu.ts';
import { menuLabel } from './menuLabel.ts';

/** Makes the desktop's own menu of this program a view of the state, where it has one. */
export function createQuickMenus(words: Words, program: Program, onAction: (id: string) => void) {
  let shown = '';
  return (state: AppState): void => {
    const tasks = jumpListTasks(words, state, program);
    const next = JSON.stringify(tasks) + state.session.status;
    if (next === shown) return;
    shown = next;
    if (process.platform === 'win32') app.setUserTasks(tasks);
    if (app.dock === undefined) return;
    const dock = dockMenu(words, state, onAction).map((item) => ({ ...item, label: menuLabel(item.label) }));
    app.dock.setMenu(Menu.buildFromTemplate(dock));
  };
}
