import { join } from 'node:path';
import electronLog from 'electron-log/node.js';
import type { Log, LogFacts } from './ports.ts';

export interface LogParts {
  /** The folder for log files. */
  readonly folder: string;
  /** Prints each event as well, one JSON object a line, for scripts that watch the app. */
  readonly isPrinted: boolean;
  readonly print: (line: string) => void;
}

const largestFileBytes = 1_000_000;

/** Longest value in a line; enough for an id or a reason, too short for a page. */
const longestValue = 300;

/**
 * Makes the structured log: one event a line with flat facts, in a rotated file.
 *
 * Shape: what looks like a token, an address or a person is blotted out on the way, whoever wrote it into a fact.
 */
export function createLog({ folder, isPrinted, print }: LogParts): Log {
  const logger = electronLog.create({ logId: 'presently' });
  logger.transports.console.level = false;
  // A line must not hold up what it tells of.
  logger.transports.file.sync = false;
  logger.transports.file.maxSize = largestFileBytes;
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  logger.transports.file.resolvePathFn = () => join(folder, 'main.log');

  function write(level: 'info' | 'warn' | 'error', event: string, facts: LogFacts): void {
    const line = JSON.stringify({ event, ...facts }, (_key, value: unknown) =>
      typeof value === 'string' ? redact(value).slice(0, longestValue) : value,
    );
    logger[level](line);
    if (isPrinted) print(line);
  }

  return {
    info: (event, facts = {}) => write('info', event, facts),
    warn: (event, facts = {}) => write('warn', event, facts),
    error: (event, error) => write('error', event, { error: error instanceof Error ? error.stack : String(error) }),
  };
}

/** Blots out tokens (three dotted base64 parts, or any very long run of one), mail addresses, and whose presence it is. */
export function redact(text: string): string {
  return text
    .replace(/\beyJ[\w-]+\.[\w-]+\.?[\w-]*/g, '[token]')
    .replace(/[\w+/=-]{80,}/g, '[secret]')
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[address]')
    .replace(/\/users\/[^/\s]+/g, '/users/[person]');
}
