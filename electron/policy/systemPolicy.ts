import { type ExecFileException, execFile } from 'node:child_process';
import { lstat } from 'node:fs/promises';
import { isJsonObject, parseJson } from '#contract/json.ts';
import type { Decided } from '../config.ts';
import type { Log } from '../ports.ts';
import { fitPolicy } from './fit.ts';
import { parseRegistry, registryKey } from './registry.ts';

/** A tool of the system that tells what its management decided, and where that stands among what administrators write. */
export interface PolicyTool {
  readonly level: 'registry' | 'profile';
  /** By its place, which no environment of the user's can move. */
  readonly program: string;
  readonly parameters: readonly string[];
  readonly encoding: 'latin1' | 'utf8';
  /** What the tool reads, where that is a file: it counts only as root's own. */
  readonly file: string | null;
  /**
   * How it says that nothing was decided: an exit status, which it also has where it may tell nobody anything; so there is a
   * question that it then has to answer. Null where it is not even asked.
   */
  readonly nothing: { readonly status: number; readonly control: readonly string[] } | null;
  /** Null where it makes no sense. */
  readonly parse: (printed: string) => Iterable<readonly [name: string, value: unknown]> | null;
}

const profile = '/Library/Managed Preferences/io.github.presently.Presently.plist';

export const policyTools: Readonly<Partial<Record<NodeJS.Platform, PolicyTool>>> = {
  win32: {
    level: 'registry',
    program: 'C:\\Windows\\System32\\reg.exe',
    parameters: ['query', registryKey, '/reg:64'],
    encoding: 'latin1',
    file: null,
    // Windows has this key always.
    nothing: { status: 1, control: ['query', 'HKLM\\Software\\Policies', '/reg:64'] },
    parse: parseRegistry,
  },
  darwin: {
    level: 'profile',
    program: '/usr/bin/plutil',
    parameters: ['-convert', 'json', '-o', '-', profile],
    encoding: 'utf8',
    file: profile,
    nothing: null,
    parse: entriesOf,
  },
};

/**
 * How long a tool may take, and how long once it has proved slow, as at a busy login: the policy is read once in a run, and
 * without it nobody may be signed in and no setting is locked. Units: milliseconds.
 */
const usualPatience = { first: 5_000, again: 20_000 };
type Patience = typeof usualPatience;

/** What Group Policy, Intune or a configuration profile decides on this computer; nothing on systems without such. */
export async function readSystemPolicy(
  tool: PolicyTool | undefined,
  log: Log,
  patience: Patience = usualPatience,
): Promise<Decided> {
  if (tool === undefined) return {};
  const printed = await ask(tool, log, patience);
  if (printed === null) return {};
  const found = printed === 'unreadable' ? null : tool.parse(printed.text);
  // No text at all is a policy that makes no sense, and is named as one.
  return { [tool.level]: found === null ? '' : JSON.stringify(fitPolicy(found)) };
}

type Printed = { readonly text: string } | 'unreadable' | null;

async function ask(tool: PolicyTool, log: Log, patience: Patience): Promise<Printed> {
  if (tool.file !== null) {
    const standing = await standingOf(tool.file);
    if (standing === 'missing') return null;
    if (standing === 'notTrusted') {
      log.warn('policy.notTrusted', { level: tool.level });
      return 'unreadable';
    }
  }
  return print(tool, log, patience);
}

/** Only what root alone can write is the organisation's word. */
async function standingOf(file: string): Promise<'missing' | 'notTrusted' | 'trusted'> {
  try {
    const facts = await lstat(file);
    return facts.isFile() && facts.uid === 0 && (facts.mode & 0o022) === 0 ? 'trusted' : 'notTrusted';
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? 'missing' : 'notTrusted';
  }
}

async function print(tool: PolicyTool, log: Log, patience: Patience): Promise<Printed> {
  const { nothing } = tool;

  async function answerTo(parameters: readonly string[]): Promise<Answer> {
    const said = await run(tool, parameters, patience.first);
    if (!isCutOff(said)) return said;
    log.info('policy.slow', { level: tool.level });
    return run(tool, parameters, patience.again);
  }

  const said = await answerTo(tool.parameters);
  if ('text' in said) return said;
  if (nothing !== null && said.code === nothing.status && 'text' in (await answerTo(nothing.control))) return null;
  log.warn('policy.unreadable', { level: tool.level, cause: said.code ?? said.signal });
  return 'unreadable';
}

type Answer = { readonly text: string } | ExecFileException;

/** Whether its time was up, rather than that it failed or printed too much. */
function isCutOff(said: Answer): boolean {
  return 'killed' in said && said.killed === true && typeof said.code !== 'string';
}

function run({ program, encoding }: PolicyTool, parameters: readonly string[], timeout: number): Promise<Answer> {
  const options = { encoding, env: {}, timeout, killSignal: 'SIGKILL' as const, windowsHide: true };
  return new Promise((resolve) => {
    execFile(program, [...parameters], options, (failure, text) => resolve(failure ?? { text }));
  });
}

function entriesOf(printed: string): Iterable<readonly [name: string, value: unknown]> | null {
  const value = parseJson(printed);
  return isJsonObject(value) ? Object.entries(value) : null;
}
