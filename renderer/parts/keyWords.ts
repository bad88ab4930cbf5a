import type { WordId, Words } from '#contract/words.ts';

/** Keys in Electron's spelling that are called otherwise on keyboards of other languages. */
const named: Readonly<Record<string, WordId>> = {
  Ctrl: 'key.control',
  Shift: 'key.shift',
  Enter: 'key.enter',
  Space: 'key.space',
  Backspace: 'key.backspace',
  Delete: 'key.delete',
  Insert: 'key.insert',
  Home: 'key.home',
  End: 'key.end',
  PageUp: 'key.pageUp',
  PageDown: 'key.pageDown',
};

const arrows: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** A shortcut with the names that stand on the keys. On a Mac, Ctrl is Ctrl in every language. */
export function sayKeys(words: Words, keys: string, isMac: boolean): string {
  const say = (key: string) => {
    const word = isMac && key === 'Ctrl' ? undefined : named[key];
    return word === undefined ? (arrows[key] ?? key) : words.say(word);
  };
  return keys.split('+').map(say).join('+');
}

/** What the window's own keys are pressed with, as it stands before them. */
export function sayModifier(words: Words, isMac: boolean): string {
  return isMac ? '⌘' : `${words.say('key.control')}+`;
}
