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

/** Units: milliseconds. */
const timeLimit = 5_000;

/** What Group Policy, Intune or a configuration profile decides on this computer; nothing on systems without such. */
export async function readSystemPolicy(tool: PolicyTool | undefined, log: Log): Promise<Decided> {
  if (tool === undefined) return {};
  const printed = await ask(tool, log);
  if (printed === null) return {};
  const found = printed === 'unreadable' ? null : tool.parse(printed.text);
  // No text at all is a policy that makes no sense, and is named as one.
  return { [tool.level]: found === null ? '' : JSON.stringify(fitPolicy(found)) };
}

type Printed = { readonly text: string } | 'unreadable' | null;

async function ask(tool: PolicyTool, log: Log): Promise<Printed> {
  if (tool.file !== null) {
    const standing = await standingOf(tool.file);
    if (standing === 'missing') return null;
    if (standing === 'notTrusted') {
      log.warn('policy.notTrusted', { level: tool.level });
      return 'unreadable';
    }
  }
  return print(tool, log);
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

async function print(tool: PolicyTool, log: Log): Promise<Printed> {
  const { nothing } = tool;
  const said = await run(tool, tool.parameters);
  if ('text' in said) return said;
  if (nothing !== null && said.code === nothing.status && 'text' in (await run(tool, nothing.control))) return null;
  log.warn('policy.unreadable', { level: tool.level, cause: said.code ?? said.signal });
  return 'unreadable';
}

function run(
  { program, encoding }: PolicyTool,
  parameters: readonly string[],
): Promise<{ readonly text: string } | ExecFileException> {
  const options = { encoding, env: {}, timeout: timeLimit, killSignal: 'SIGKILL' as const, windowsHide: true };
  return new Promise((resolve) => {
    execFile(program, [...parameters], options, (failure, text) => resolve(failure ?? { text }));
  });
}

function entriesOf(printed: string): Iterable<readonly [name: string, value: unknown]> | null {
  const value = parseJson(printed);
  return isJsonObject(value) ? Object.entries(value) : null;
}
