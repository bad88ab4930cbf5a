import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { type Answer, readAnswer } from './answer.ts';
import { type Endpoint, isOwn } from './endpoint.ts';
import type { Request } from './request.ts';

/** What asking came to: an answer, nobody who listens, somebody who must not be asked, or one that hung up. */
export type Asked = Answer | 'notRunning' | 'unsafe' | 'noAnswer';

/** Asks the Presently that runs, and waits for its answer. */
export function ask(endpoint: Endpoint, userId: number | undefined, request: Request): Promise<Asked> {
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
      resolve(answerOn(socket));
    });
  });
}

async function answerOn(socket: Socket): Promise<Asked> {
  try {
    let text = '';
    socket.setEncoding('utf8');
    for await (const piece of socket) text += piece;
    return readAnswer(JSON.parse(text)) ?? 'noAnswer';
  } catch {
    return 'noAnswer';
  }
}
