import { execLine } from '#contract/commandLine.ts';

/**
 * An entry that a Linux desktop starts at login.
 *
 * Source: https://specifications.freedesktop.org/autostart-spec/, …/desktop-entry-spec/ (The Exec key)
 */
export interface Entry {
  readonly isEnabled: boolean;
  /** The file that it starts; null where it says none. */
  readonly program: string | null;
}

/** Writes an entry of ours. Problems: null where a word has a line break, which no entry can carry. */
export function writeEntry(command: readonly string[]): string | null {
  const exec = execLine(command);
  if (exec === null) return null;
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Presently',
    'Comment=Set your own Microsoft 365 presence from the tray',
    `Exec=${exec}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Reads whether an entry is on, and what it starts. Whoever turned it off by their desktop's settings left a key. */
export function readEntry(text: string): Entry {
  const isOff = keyOf(text, 'Hidden') === 'true' || keyOf(text, 'X-GNOME-Autostart-enabled') === 'false';
  const exec = keyOf(text, 'Exec');
  return { isEnabled: !isOff, program: exec === null ? null : firstWord(unescaped(exec)) };
}

/** The same entry with another command: whatever else the user wrote there stays. Problems: as in `writeEntry`. */
export function withCommand(text: string, command: readonly string[]): string | null {
  const exec = execLine(command);
  return exec === null ? null : text.replace(/^Exec[ \t]*=.*$/m, () => `Exec=${exec}`);
}

function keyOf(text: string, key: string): string | null {
  const lines = text.split('\n').map((each) => each.trim());
  const own = lines.slice(lines.indexOf('[Desktop Entry]') + 1);
  const next = own.findIndex((each) => each.startsWith('['));
  const line = own.slice(0, next < 0 ? undefined : next).find((each) => each.split('=')[0]?.trim() === key);
  return line === undefined ? null : line.slice(line.indexOf('=') + 1).trim();
}

function unescaped(value: string): string {
  return value.replace(/\\(.)/g, (_, letter: string) => ({ s: ' ', n: '\n', t: '\t', r: '\r' })[letter] ?? letter);
}

function firstWord(exec: string): string | null {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(exec)?.[1]?.replace(/\\(.)/g, '$1');
  const word = quoted ?? /^\S+/.exec(exec)?.[0];
  return word?.replaceAll('%%', '%') ?? null;
}
