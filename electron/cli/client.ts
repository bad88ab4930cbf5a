import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { type Answer, readAnswer } from './answer.ts';
import { type Endpoint, isOwn } from './endpoint.ts';
import type { Request } from './request.ts';

/** What asking came to: an answer, nobody who listens, somebody who must not be asked, one that hung up, or says nothing. */
export type Asked = Answer | 'notRunning' | 'unsafe' | 'noAnswer' | 'silent';

/** Longer than any request takes but a sign-in, which waits for a person. Units: milliseconds. */
const longestAnswer = 60_000;

/** Asks the Presently that runs, and waits for its answer; for one that is frozen, not for ever. Units: milliseconds. */
export function ask(
  endpoint: Endpoint,
  userId: number | undefined,
  request: Request,
  patience: number = longestAnswer,
): Promise<Asked> {
  const { folder, address } = endpoint;
  if (folder !== null && !existsSync(folder)) return Promise.resolve('notRunning');
  if (folder !== null && !isOwn(folder, userId)) return Promise.resolve('unsafe');
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('error', (cause: NodeJS.ErrnoException) => {
      const isNobody = cause.code === 'ENOENT' || cause.code === 'ECONNREFUSED';
      resolve(isNobody ? 'notRunning' : 'noAnswer');
    });
    socket.once('connect', () => {
      socket.write(`${JSON.stringify(request)}\n`);
      if (request.kind !== 'signIn') socket.setTimeout(patience, () => socket.destroy(new Silence()));
      resolve(answerOn(socket));
    });
  });
}

/** Why a connection was given up. */
class Silence extends Error {}

async function answerOn(socket: Socket): Promise<Asked> {
  try {
    let text = '';
    socket.setEncoding('utf8');
    for await (const piece of socket) text += piece;
    return readAnswer(JSON.parse(text)) ?? 'noAnswer';
  } catch (cause) {
    return cause instanceof Silence ? 'silent' : 'noAnswer';
  }
}
