/** A command line as a person types it: words with anything but plain signs in them are quoted. */
export function sayCommandLine(program: string, parameters: readonly string[]): string {
  return [program, ...parameters.map(quoted)].join(' ');
}

/** One word of a command line. Double quotes are what all shells and desktops know. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `"${word.replace(/["\\$`]/g, '\\$&')}"`;
}
