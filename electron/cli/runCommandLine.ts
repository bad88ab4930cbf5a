import { setTimeout as wait } from 'node:timers/promises';
import { systemTimeZone } from '#contract/day.ts';
import type { Words } from '#contract/words.ts';
import { type ExitCode, exitCodes } from './answer.ts';
import { type Asked, ask } from './client.ts';
import { endpointOf } from './endpoint.ts';
import { parse } from './parse.ts';
import type { Request } from './request.ts';
import { startProgram } from './startProgram.ts';

export interface CommandLineParts {
  /** What follows the program, and on a development copy its folder. */
  readonly words: readonly string[];
  readonly dataFolder: string;
  readonly version: string;
  readonly say: Words['say'];
  /** Starts the app itself: the program and what comes before our words. */
  readonly program: readonly [file: string, ...parameters: string[]];
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

/** Units: milliseconds. */
const longestStart = 30_000;
const askAgainEvery = 100;

/**
 * Carries out a command line through the Presently that runs, which is started first where none does. Nothing of this
 * process becomes an app. Comes to the exit code.
 */
export async function runCommandLine(parts: CommandLineParts): Promise<ExitCode> {
  const { say } = parts;
  const parsed = parse(parts.words, { now: Date.now(), timeZone: systemTimeZone() });
  if (parsed.kind === 'misuse') {
    parts.printError(say('cli.hint', { problem: say(parsed.misuse.id, parsed.misuse.values) }));
    return exitCodes.usage;
  }
  if (parsed.kind !== 'request') {
    parts.print(parsed.kind === 'help' ? say('cli.help') : parts.version);
    return exitCodes.done;
  }
  const { request } = parsed;
  const asked = await askRunning(parts, request);
  // A program that quits answers by closing the connection.
  if (request.kind === 'quit' && asked === 'noAnswer') return exitCodes.done;
  if (request.kind === 'quit' && asked === 'notRunning') {
    parts.printError(say('cli.notRunning'));
    return exitCodes.done;
  }
  if (typeof asked === 'string') {
    parts.printError(say(failureWords[asked], { folder: parts.dataFolder }));
    return exitCodes.failed;
  }
  const isReport = request.kind === 'status' || request.kind === 'diagnostics';
  if (asked.text !== '') (isReport || asked.code === exitCodes.done ? parts.print : parts.printError)(asked.text);
  return asked.code;
}

const failureWords = {
  notRunning: 'cli.notStarted',
  unsafe: 'cli.unsafe',
  noAnswer: 'cli.noAnswer',
  silent: 'cli.noAnswer',
} as const;

async function askRunning(parts: CommandLineParts, request: Request): Promise<Asked> {
  const { platform } = process;
  const userId = process.getuid?.();
  const endpoint = endpointOf({ platform, dataFolder: parts.dataFolder, userId });
  const first = await ask(endpoint, userId, request);
  if (first !== 'notRunning' || request.kind === 'quit') return first;
  const [file, ...parameters] = parts.program;
  const start = startProgram(file, [...parameters, '--background']);
  const failed = new Promise<'failed'>((resolve) => start.once('error', () => resolve('failed')));
  for (let waited = 0; waited < longestStart; waited += askAgainEvery) {
    if ((await Promise.race([failed, wait(askAgainEvery)])) === 'failed') return 'notRunning';
    const asked = await ask(endpoint, userId, request);
    if (asked !== 'notRunning') return asked;
  }
  return 'notRunning';
}
