import type { Command } from '#contract/commands.ts';
import type { WordId } from '#contract/languages/english.ts';
import type { Words } from '#contract/words.ts';

/**
 * The menu bar of a Mac, as what Electron makes menus of. A role is the system's: it does what it does in every program,
 * with the keys that it has there. A key that a page takes for itself, as Command+Z where no text is written, never comes
 * here.
 */
export function applicationMenu(words: Words, onCommand: (command: Command) => void) {
  function asked(id: WordId, ...command: Command) {
    return { label: words.say(id), click: () => onCommand(command) };
  }
  function done<Role extends string>(role: Role, id: WordId) {
    return { role, label: words.say(id) };
  }
  const separator = { type: 'separator' } as const;

  return [
    {
      ...done('appMenu', 'app.name'),
      submenu: [
        asked('menuBar.about', 'showSettings', 'about'),
        separator,
        { ...asked('menu.settings', 'showSettings', 'general'), accelerator: 'Command+,' },
        separator,
        done('hide', 'menuBar.hide'),
        done('hideOthers', 'menuBar.hideOthers'),
        done('unhide', 'menuBar.showAll'),
        separator,
        { ...asked('menu.quit', 'quit'), accelerator: 'Command+Q' },
      ],
    },
    {
      ...done('editMenu', 'menuBar.edit'),
      submenu: [
        done('undo', 'menu.undo'),
        done('redo', 'menuBar.redo'),
        separator,
        done('cut', 'menuBar.cut'),
        done('copy', 'shortcut.copy'),
        done('paste', 'menuBar.paste'),
        done('selectAll', 'menuBar.selectAll'),
      ],
    },
    {
      ...done('windowMenu', 'menuBar.window'),
      submenu: [done('minimize', 'menuBar.minimise'), done('close', 'menuBar.close')],
    },
  ];
}
