/** A key press, as far as a shortcut is made of it. A browser's KeyboardEvent fits. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const modifierKeys = ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'OS', 'CapsLock', 'Fn', 'NumLock', 'Dead'];

const named: Readonly<Record<string, string>> = {
  Space: 'Space',
  Tab: 'Tab',
  Enter: 'Enter',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Minus: '-',
  Equal: '=',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Backquote: '`',
};

/**
 * The shortcut that a key press stands for, in Electron's spelling; `modifier` while only modifiers are held, `weak`
 * where it would take a key away that people type with, `common` where one that programs copy, save or find with: a
 * letter with Ctrl or Command and nothing else. On a Mac that is Ctrl too, as in its terminal.
 *
 * Shape: letters go by what is written on the key, everything else by its place, since with Shift or Alt a layout makes
 * other signs of it. Source: https://www.electronjs.org/docs/latest/api/accelerator
 */
export function acceleratorOf(press: KeyPress, platform: string): string | 'modifier' | 'weak' | 'common' {
  if (modifierKeys.includes(press.key)) return 'modifier';
  const key = keyOf(press);
  if (key === null) return 'weak';
  const isMac = platform === 'darwin';
  const modifiers = [
    ...(press.ctrlKey ? ['Ctrl'] : []),
    ...(press.metaKey ? [isMac ? 'Command' : 'Super'] : []),
    ...(press.altKey ? [isMac ? 'Option' : 'Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
  ];
  const isStrong =
    press.ctrlKey || press.metaKey || (press.altKey && !(isMac && isTyping(press))) || /^F\d+$/.test(key);
  if (!isStrong) return 'weak';
  const isCommon = /^[A-Z]$/.test(key) && modifiers.length === 1 && /^(?:Ctrl|Command)$/.test(modifiers.join());
  return isCommon ? 'common' : [...modifiers, key].join('+');
}

/**
 * Whether a Mac's Option makes a sign of a key, as @ of a German L.
 *
 * Shape: a no-break space is none that people miss. On Windows, Chromium names neither Ctrl nor Alt where AltGr makes a
 * sign. Source: https://chromium.googlesource.com/chromium/src/+/main/ui/events/keycodes/platform_key_map_win.cc
 */
function isTyping({ key, code }: KeyPress): boolean {
  return [...key].length === 1 && code !== 'Space' && !/^[a-z0-9]$/i.test(key);
}

function keyOf({ code, key }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const byPlace = /^(?:Key([A-Z])|Digit(\d)|(F(?:[1-9]|1\d|2[0-4]))|Numpad(\d))$/.exec(code);
  if (byPlace?.[4] !== undefined) return `num${byPlace[4]}`;
  return byPlace?.[1] ?? byPlace?.[2] ?? byPlace?.[3] ?? named[code] ?? null;
}
