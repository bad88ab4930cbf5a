import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { parseJson } from '#contract/json.ts';
import type { Words } from '#contract/words.ts';
import type { Log } from '../ports.ts';
import { type Answer, exitCodes } from './answer.ts';
import { type Endpoint, prepareFolder } from './endpoint.ts';
import { type Request, request } from './request.ts';

export interface ServeRequestsParts {
  readonly endpoint: Endpoint;
  readonly userId: number | undefined;
  readonly carryOut: (request: Request) => Promise<Answer>;
  readonly say: Words['say'];
  readonly log: Log;
}

/** Longest request that a command line of ours can make, with room to spare. Units: characters of JSON. */
const longestRequest = 20_000;
/** A client that connects and sends nothing is not waited for. Units: milliseconds. */
const longestSilence = 5_000;
/** More than anybody has shells; a flood must not take the program's files away. */
const mostConnections = 64;

/**
 * Listens for command lines from now on: one request and one answer for each connection. Only the one running instance
 * may call it, since what an earlier one left in its place is removed.
 *
 * Problems: none; where it cannot listen it says so in the log, and everything else works.
 */
export function serveRequests({ endpoint, userId, carryOut, say, log }: ServeRequestsParts): void {
  const server = createServer((socket) => {
    socket.on('error', (cause) => log.info('cli.hungUp', { cause: String(cause) }));
    answer(socket).catch((error: unknown) => {
      log.error('cli', error);
      end(socket, { code: exitCodes.failed, text: say('cli.noAnswer') });
    });
  });

  async function answer(socket: Socket): Promise<void> {
    const line = await firstLine(socket);
    const parsed = request.safeParse(line === null ? undefined : parseJson(line));
    if (parsed.success) {
      log.info('cli.request', { kind: parsed.data.kind });
      end(socket, await carryOut(parsed.data));
    } else {
      log.warn('cli.refused', { reason: line === null ? 'noLine' : 'invalid' });
      end(socket, { code: exitCodes.usage, text: say('cli.refused') });
    }
  }

  server.maxConnections = mostConnections;
  server.on('error', (cause) => log.warn('cli.notListening', { cause: String(cause) }));
  try {
    if (!prepareFolder(endpoint, userId)) {
      log.warn('cli.unsafeFolder', {});
      return;
    }
    if (endpoint.folder !== null) rmSync(endpoint.address, { force: true });
    server.listen(endpoint.address, () => {
      // The folder is closed to others already; some systems look at the socket too.
      if (endpoint.folder !== null) chmodSync(endpoint.address, 0o600);
      log.info('cli.listening');
    });
  } catch (cause) {
    log.warn('cli.notListening', { cause: String(cause) });
  }
}

function end(socket: Socket, answer: Answer): void {
  if (!socket.destroyed) socket.end(JSON.stringify(answer));
}

/** What comes before the first line break; null where it is too long, or does not come. */
function firstLine(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    let text = '';
    const finish = (line: string | null) => {
      clearTimeout(timer);
      socket.removeAllListeners('data');
      socket.resume();
      resolve(line);
    };
    const timer = setTimeout(() => finish(null), longestSilence);
    socket.setEncoding('utf8');
    socket.on('data', (piece) => {
      text += String(piece);
      const at = text.indexOf('\n');
      if (at >= 0) finish(text.slice(0, at));
      else if (text.length > longestRequest) finish(null);
    });
    socket.once('close', () => finish(null));
  });
}
