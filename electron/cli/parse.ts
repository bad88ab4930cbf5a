import { parseArgs } from 'node:util';
import { type Given, type Here, type Misuse, MisuseError, short } from './misuse.ts';
import { nameIn, nearestOption, type OptionName, optionNames, options } from './options.ts';
import { readChange } from './readChange.ts';
import type { Request } from './request.ts';

export type Parsed =
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'misuse'; readonly misuse: Misuse };

/** Reads the whole command line: all of it is understood, or nothing of it is done. */
export function parse(words: readonly string[], here: Here): Parsed {
  try {
    return understand(read(words), here);
  } catch (cause) {
    if (cause instanceof MisuseError) return { kind: 'misuse', misuse: cause.misuse };
    throw cause;
  }
}

function understand(given: Given, here: Here): Parsed {
  if (given.help !== undefined) return { kind: 'help' };
  if (given.version !== undefined) return { kind: 'version' };
  const alone = soleRequest(given);
  return { kind: 'request', request: alone ?? readChange(given, here) };
}

const alones = {
  status: 'status',
  diagnostics: 'diagnostics',
  show: 'show',
  'sign-in': 'signIn',
  'sign-out': 'signOut',
  quit: 'quit',
} as const satisfies Partial<Record<OptionName, Request['kind']>>;
/** What may stand beside every request. */
const companions: readonly OptionName[] = ['hidden', 'background'];

function soleRequest(given: Given): Request | null {
  const names = optionNames.filter((name) => given[name] !== undefined && !companions.includes(name));
  // Whoever runs already would take it for their own account.
  const beside = given.demo === undefined ? undefined : names.find((name) => name !== 'demo');
  if (beside !== undefined) throw new MisuseError('cli.alone', { first: 'demo', second: beside });
  const found = (Object.keys(alones) as (keyof typeof alones)[]).find((name) => given[name] !== undefined);
  if (found === undefined) {
    if (given.json !== undefined) throw new MisuseError('cli.needs', { option: 'json', wanted: '--status' });
    return null;
  }
  const other = names.find((name) => name !== found && !(found === 'status' && name === 'json'));
  if (other !== undefined) throw new MisuseError('cli.alone', { first: found, second: other });
  const kind = alones[found];
  return kind === 'status' ? { kind, isJson: given.json !== undefined } : { kind };
}

/** Each option once, with its value. What is not ours is Chromium's, unless it looks like a slip of the finger. */
function read(words: readonly string[]): Given {
  const ours = words.filter((word, at) => isValueAfter(words[at - 1], word) || isOurs(word));
  const config = Object.fromEntries(
    optionNames.map((name) => [name, { type: options[name], multiple: true }] as const),
  );
  const { tokens } = parseArgs({ args: ours, options: config, strict: false, allowPositionals: true, tokens: true });
  const given: Partial<Record<OptionName, string>> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') throw new MisuseError('cli.positional', { word: short(token.value) });
    const name = token.kind === 'option' ? optionNames.find((known) => known === token.name) : undefined;
    if (name === undefined || token.kind !== 'option') continue;
    if (given[name] !== undefined) throw new MisuseError('cli.twice', { option: name });
    given[name] = readValue(name, token.value, token.inlineValue === true);
  }
  return given;
}

/** A value that looks like an option is one that was forgotten, unless it is joined by an equals sign. */
function readValue(name: OptionName, value: string | undefined, isInline: boolean): string {
  if (options[name] === 'boolean') {
    if (value !== undefined) throw new MisuseError('cli.unwantedValue', { option: name });
    return '';
  }
  if (value === undefined || (!isInline && value.startsWith('--')))
    throw new MisuseError('cli.noValue', { option: name });
  return value;
}

/** One hyphen may begin a value: a text is anybody's own. */
function isValueAfter(before: string | undefined, word: string): boolean {
  const needsValue = optionNames.some((name) => options[name] === 'string' && before === `--${name}`);
  return needsValue && !word.startsWith('--');
}

function isOurs(word: string): boolean {
  const name = nameIn(word);
  if (name !== null && Object.hasOwn(options, name)) return true;
  const near = nearestOption(word);
  if (near !== null) throw new MisuseError('cli.unknown', { word: short(word), near });
  return !word.startsWith('-') || word === '--';
}
