/** A command line as a person types it: words with anything but plain signs in them are quoted. */
export function sayCommandLine(words: readonly string[]): string {
  return words.map(quoted).join(' ');
}

/**
 * A command line as the Exec key of a desktop entry: quoted once for the command, and once more as a string of the file.
 *
 * Problems: null where a word has a line break, which no entry can carry.
 * Source: https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 */
export function execLine(words: readonly string[]): string | null {
  if (words.some((word) => /[\r\n\0]/.test(word))) return null;
  return sayCommandLine(words.map((word) => word.replaceAll('%', '%%'))).replaceAll('\\', '\\\\');
}

/** Double quotes are what all shells and desktops know. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `"${word.replace(/["`$\\]/g, '\\$&')}"`;
}
