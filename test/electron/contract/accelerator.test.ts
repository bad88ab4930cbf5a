import { describe, expect, it } from 'vitest';
import { acceleratorOf, type KeyPress } from '#contract/accelerator.ts';

const plain = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
const ctrl = { ...plain, ctrlKey: true };
const alt = { ...plain, altKey: true };
const ctrlAlt = { ...ctrl, altKey: true };

describe('the keys of a shortcut', () => {
  it.each<[string, KeyPress, string, string]>([
    ['a letter with Ctrl and Shift', { ...ctrl, shiftKey: true, code: 'KeyP', key: 'P' }, 'linux', 'Ctrl+Shift+P'],
    ['a letter where another layout has it', { ...ctrlAlt, code: 'KeyQ', key: 'a' }, 'linux', 'Ctrl+Alt+A'],
    ['a letter that Alt made a sign of', { ...ctrlAlt, code: 'KeyP', key: 'π' }, 'darwin', 'Ctrl+Option+P'],
    [
      'a digit that Shift made a sign of',
      { ...ctrl, shiftKey: true, code: 'Digit1', key: '!' },
      'linux',
      'Ctrl+Shift+1',
    ],
    [
      'the command key of a Mac',
      { ...plain, metaKey: true, shiftKey: true, code: 'KeyK', key: 'K' },
      'darwin',
      'Command+Shift+K',
    ],
    ['two of them on a Mac', { ...ctrl, metaKey: true, code: 'KeyK', key: 'k' }, 'darwin', 'Ctrl+Command+K'],
    ['the key with a window on it', { ...plain, metaKey: true, code: 'KeyK', key: 'k' }, 'win32', 'Super+K'],
    [
      'all modifiers, in one order',
      { ...ctrlAlt, shiftKey: true, metaKey: true, code: 'F5', key: 'F5' },
      'linux',
      'Ctrl+Super+Alt+Shift+F5',
    ],
    ['a function key alone', { ...plain, code: 'F9', key: 'F9' }, 'linux', 'F9'],
    ['an arrow', { ...ctrlAlt, code: 'ArrowUp', key: 'ArrowUp' }, 'linux', 'Ctrl+Alt+Up'],
    ['the space bar', { ...ctrlAlt, code: 'Space', key: ' ' }, 'linux', 'Ctrl+Alt+Space'],
    ['the number block', { ...ctrl, code: 'Numpad7', key: '7' }, 'linux', 'Ctrl+num7'],
    ['a sign by its place', { ...ctrl, code: 'Minus', key: 'ß' }, 'linux', 'Ctrl+-'],
    ['a letter with Ctrl alone', { ...ctrl, code: 'KeyC', key: 'c' }, 'linux', 'common'],
    ['one of another script', { ...ctrl, code: 'KeyC', key: 'с' }, 'win32', 'common'],
    ['a letter with Command alone', { ...plain, metaKey: true, code: 'KeyQ', key: 'q' }, 'darwin', 'common'],
    ['a letter with Ctrl alone on a Mac', { ...ctrl, code: 'KeyC', key: 'c' }, 'darwin', 'common'],
    ['only a modifier', { ...ctrl, code: 'ControlLeft', key: 'Control' }, 'linux', 'modifier'],
    ['AltGr', { ...ctrlAlt, code: 'AltRight', key: 'AltGraph' }, 'win32', 'modifier'],
    ['an @ on a Mac', { ...alt, code: 'KeyL', key: '@' }, 'darwin', 'weak'],
    ['a sign of a digit’s place, with Alt on a Mac', { ...alt, code: 'Digit5', key: '[' }, 'darwin', 'weak'],
    ['a letter with Alt on a Mac', { ...alt, code: 'KeyP', key: 'π' }, 'darwin', 'weak'],
    ['a letter with Alt elsewhere', { ...alt, code: 'KeyP', key: 'p' }, 'win32', 'Alt+P'],
    ['a letter with Ctrl and Alt on Windows', { ...ctrlAlt, code: 'KeyP', key: 'p' }, 'win32', 'Ctrl+Alt+P'],
    [
      'a letter with more than Alt on a Mac',
      { ...alt, metaKey: true, code: 'KeyL', key: '@' },
      'darwin',
      'Command+Option+L',
    ],
    ['the space bar with Alt on a Mac', { ...alt, code: 'Space', key: '\u00a0' }, 'darwin', 'Option+Space'],
    ['a place without a letter, with Alt on a Mac', { ...alt, code: 'ArrowUp', key: 'ArrowUp' }, 'darwin', 'Option+Up'],
    ['a letter alone', { ...plain, code: 'KeyP', key: 'p' }, 'linux', 'weak'],
    ['a capital letter', { ...plain, shiftKey: true, code: 'KeyP', key: 'P' }, 'linux', 'weak'],
    ['Enter alone', { ...plain, code: 'Enter', key: 'Enter' }, 'linux', 'weak'],
    ['a key that nobody knows', { ...ctrl, code: 'IntlRo', key: 'ろ' }, 'linux', 'weak'],
  ])('%s', (_name, press, platform, expected) => {
    expect(acceleratorOf(press, platform)).toBe(expected);
  });
});
