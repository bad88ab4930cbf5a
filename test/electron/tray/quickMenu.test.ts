import { describe, expect, it } from 'vitest';
import { initialState } from '#contract/state.ts';
import { dockMenu, jumpListTasks } from '../../../electron/tray/quickMenu.ts';
import { home, words } from './states.ts';

const executable = 'C:\\Program Files\\Presently\\Presently.exe';

describe('[A3] the desktop’s own menus', () => {
  it('start the program with the parameters that do the same', () => {
    const tasks = jumpListTasks(words, home({}), [executable]);
    expect(tasks.map(({ title, arguments: parameters }) => [title, parameters])).toEqual([
      ['Available', '--set available'],
      ['Busy', '--set busy'],
      ['Do not disturb', '--set do-not-disturb'],
      ['Reset to automatic', '--reset'],
      ['Focus 2 h', '--preset focus'],
      ['Lunch', '--preset lunch'],
      ['Done for today', '--preset done-for-today'],
    ]);
    expect(new Set(tasks.map(({ program }) => program))).toEqual(new Set([executable]));
  });

  it('name the folder of a copy that is not packaged, and quote whatever it is called', () => {
    const [preset] = initialState.settings.presets;
    if (preset === undefined) throw new Error('there are starters');
    const presets = [{ ...preset, name: '"; rm -rf $HOME' }];
    const state = home({}, { settings: { ...initialState.settings, presets } });
    const [last] = jumpListTasks(words, state, [executable, 'C:\\my app', '"; rm -rf $HOME \\']).slice(-1);
    expect(last?.arguments).toBe('"C:\\my app" "\\"; rm -rf $HOME \\\\" --preset focus');
  });

  it('on a Mac do it at once, where it can be done', () => {
    const done: string[] = [];
    const items = dockMenu(words, initialState, (id) => done.push(id));
    items.at(-1)?.click();
    expect([done, items.some(({ enabled }) => enabled)]).toEqual([['preset:done-for-today'], false]);
    expect(dockMenu(words, home({}), () => {}).every(({ enabled }) => enabled)).toBe(true);
  });
});
