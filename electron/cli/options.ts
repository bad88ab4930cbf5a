/** Units: characters. No option of ours needs more. */
export const longestValue = 1000;

/** A constant, because an object with a literal `then` key looks like a promise to the linter. */
export const sequelKey = 'then';

/** Every option of ours: whether a value follows. Chromium's own switches are none of them, and are left to Chromium. */
export const options = {
  set: 'string',
  for: 'string',
  until: 'string',
  [sequelKey]: 'string',
  reset: 'boolean',
  preset: 'string',
  message: 'string',
  'clear-after': 'string',
  ooo: 'string',
  from: 'string',
  reply: 'string',
  status: 'boolean',
  json: 'boolean',
  diagnostics: 'boolean',
  'sign-in': 'boolean',
  'sign-out': 'boolean',
  demo: 'boolean',
  show: 'boolean',
  hidden: 'boolean',
  background: 'boolean',
  quit: 'boolean',
  help: 'boolean',
  version: 'boolean',
} as const satisfies Record<string, 'string' | 'boolean'>;
export type OptionName = keyof typeof options;

/** These say how the app starts, and are the app's own to read. */
const startOptions: readonly string[] = ['demo', 'hidden', 'background'];

export const optionNames = Object.keys(options) as readonly OptionName[];

/** The name of an option or switch as it stands in a word of the command line; null for any other word. */
export function nameIn(word: string): string | null {
  return /^--([a-z][a-z-]*)(?:=|$)/s.exec(word)?.[1] ?? null;
}

/** What other programs call our options. None of these names is a switch of Chromium's. */
const otherNames: Readonly<Partial<Record<string, OptionName>>> = {
  ...{ state: 'set', presence: 'set', availability: 'set', activity: 'set', clear: 'reset' },
  ...{ duration: 'for', expires: 'until', expiration: 'until', end: 'until', start: 'from' },
  ...{ text: 'message', note: 'message', 'status-message': 'message', 'out-of-office': 'ooo' },
  ...{ login: 'sign-in', logout: 'sign-out', exit: 'quit' },
};

/**
 * The option that a word means, however it is spelled: with one hyphen, in capitals, by another name, or a slip of the
 * finger away; null for words that are none of ours.
 */
export function nearestOption(word: string): OptionName | null {
  const name = /^--?([a-z][a-z_-]*)/i.exec(word)?.[1]?.toLowerCase().replaceAll('_', '-');
  if (name === undefined) return null;
  if (Object.hasOwn(otherNames, name)) return otherNames[name] ?? null;
  const isMeant = (known: string) => known.length > 2 && isNear(name, known);
  return optionNames.find((known) => known === name) ?? optionNames.find(isMeant) ?? null;
}

/**
 * Whether the command line is more than a plain start of the app. Cheap, because every start asks it.
 *
 * Shape: a word that belongs to no option asks something too, so that it is answered and not passed over.
 */
export function isAsking(words: readonly string[]): boolean {
  return words.some((word) => {
    if (startOptions.some((name) => word === `--${name}`)) return false;
    return !word.startsWith('-') || nearestOption(word) !== null;
  });
}

/** Whether one letter more, less or other, or two letters swapped, make one of the other. */
function isNear(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = { short: short.slice(at), long: long.slice(at) };
  if (short.length < long.length) return rest.short === rest.long.slice(1);
  const isSwapped = rest.short[0] === rest.long[1] && rest.short[1] === rest.long[0];
  return rest.short.slice(1) === rest.long.slice(1) || (isSwapped && rest.short.slice(2) === rest.long.slice(2));
}
