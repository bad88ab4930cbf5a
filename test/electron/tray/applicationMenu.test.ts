import { describe, expect, it } from 'vitest';
import type { Command } from '#contract/commands.ts';
import { loadCatalogue } from '#contract/languages.ts';
import { languages } from '#contract/speech.ts';
import { createWords, type Words } from '#contract/words.ts';
import { applicationMenu } from '../../../electron/tray/applicationMenu.ts';
import { words } from './states.ts';

/** The lines of each menu, with the menu's own name first. */
function linesOf(spoken: Words): string[][] {
  return applicationMenu(spoken, () => {}).map(({ label, submenu }) => [
    label,
    ...submenu.map((item) => ('label' in item ? item.label : '―')),
  ]);
}

describe('the menu bar of a Mac', () => {
  it('has what every program there has, and nothing for whoever makes programs', () => {
    expect(linesOf(words)).toEqual([
      [
        ...['Presently', 'About Presently', '―', 'Settings…', '―', 'Hide Presently', 'Hide others', 'Show all', '―'],
        'Quit Presently',
      ],
      ['Edit', 'Undo', 'Redo', '―', 'Cut', 'Copy', 'Paste', 'Select all'],
      ['Window', 'Minimise', 'Close'],
    ]);
  });

  it('leaves what is no business of ours to the system, with its keys', () => {
    const roles = applicationMenu(words, () => {}).flatMap(({ submenu }) =>
      submenu.flatMap((item) => ('role' in item ? [item.role] : [])),
    );
    expect(roles).toEqual([
      ...['hide', 'hideOthers', 'unhide', 'undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'minimize', 'close'],
    ]);
  });

  it('[A3] asks for the same as tray and popup, by the keys of a Mac', () => {
    const asked: Command[] = [];
    const [own] = applicationMenu(words, (command) => asked.push(command));
    const keys = own?.submenu.flatMap((item) => {
      if (!('click' in item)) return [];
      item.click();
      return ['accelerator' in item ? item.accelerator : ''];
    });
    expect(asked).toEqual([['showSettings', 'about'], ['showSettings', 'general'], ['quit']]);
    expect(keys).toEqual(['', 'Command+,', 'Command+Q']);
  });

  it.each(languages.filter((language) => language !== 'en'))(
    '[L2] speaks the language of the app: %s',
    async (language) => {
      const spoken = createWords(language, () => 'UTC', await loadCatalogue(language));
      const english = linesOf(words).flat();
      const same = linesOf(spoken)
        .flat()
        .filter((line, index) => line !== '―' && line === english[index]);
      expect(same).toEqual(['Presently']);
    },
  );
});
