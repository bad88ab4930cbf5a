import { expect, it } from 'vitest';
import { execLine } from '#contract/commandLine.ts';
import { desktopEntryActions } from '#contract/desktopEntry.ts';
import { desktopActions } from '../../build/desktop-actions.mjs';

it('[A3] the desktop entry offers what the table of actions has', async () => {
  expect(await desktopActions('presently')).toEqual({
    entry: { Actions: 'available;busy;do-not-disturb;reset;' },
    desktopActions: {
      available: { Name: 'Available', Exec: 'presently --set available' },
      busy: { Name: 'Busy', Exec: 'presently --set busy' },
      'do-not-disturb': { Name: 'Do not disturb', Exec: 'presently --set do-not-disturb' },
      reset: { Name: 'Reset to automatic', Exec: 'presently --reset' },
    },
  });
});

it.each([
  ['presently', 'presently'],
  ['/opt/My App/presently', '"/opt/My App/presently"'],
  ['100%', '100%%'],
  ['$HOME', '"\\\\$HOME"'],
  ['a"b', '"a\\\\"b"'],
  ['C:\\x', '"C:\\\\\\\\x"'],
])('a word %j of an Exec key is written as %s', (word, written) => {
  expect(execLine([word])).toBe(written);
});

it('a path with a space in it starts the app all the same', () => {
  const [first] = desktopEntryActions('/opt/My App/presently');
  expect(first?.exec).toBe('"/opt/My App/presently" --set available');
});
