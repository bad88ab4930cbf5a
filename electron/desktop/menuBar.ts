import { Menu } from 'electron';
import type { Command } from '#contract/commands.ts';
import type { AppState } from '#contract/state.ts';
import type { Words } from '#contract/words.ts';
import { applicationMenu } from '../tray/applicationMenu.ts';

/** Makes the menu bar of a Mac, in the language that is spoken. Elsewhere there is none. */
export function createMenuBar(words: Words, onCommand: (command: Command) => void) {
  let spoken = '';
  return ({ speech }: AppState): void => {
    if (process.platform !== 'darwin' || speech.language === spoken) return;
    spoken = speech.language;
    Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(words, onCommand)));
  };
}
