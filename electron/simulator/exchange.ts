import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** One request as the handlers see it. `url` is absolute and stands on the scheme and host that the client used. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An answer. `breaksOff` says that half of the body is sent, and what comes instead of the rest. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly breaksOff?: 'silence' | 'reset';
}

const bodyLimitBytes = 256 * 1024;

/** Reads a request to its end. Problems: rejects for a body over 256 KiB or a connection that breaks. */
export async function readExchange(request: IncomingMessage): Promise<Exchange> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimitBytes) throw new Error('The request body is too large for the simulator.');
    chunks.push(chunk);
  }
  const scheme = 'encrypted' in request.socket ? 'https' : 'http';
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? '127.0.0.1'}`),
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

export function sendReply(response: ServerResponse, reply: Reply): void {
  const { status, body, breaksOff } = reply;
  const headers = { 'Cache-Control': 'no-store', ...reply.headers };
  if (breaksOff === undefined) {
    response.writeHead(status, headers);
    response.end(body);
    return;
  }
  // More than there is, so that an empty body can break off as well.
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) + 2 });
  response.flushHeaders();
  response.write(`${body.slice(0, body.length / 2)} `, () => {
    if (breaksOff === 'reset') response.socket?.destroy();
  });
}

/** An answer in JSON; empty where the value is undefined. */
export function jsonReply(status: number, value: unknown, headers: Reply['headers'] = {}): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value) ?? '',
  };
}

export function emptyReply(status: number): Reply {
  return { status, headers: {}, body: '' };
}

export function htmlReply(status: number, html: string, headers: Reply['headers'] = {}): Reply {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers }, body: html };
}

/** The first value of a header, empty when there is none. */
export function header(exchange: Exchange, name: string): string {
  const value = exchange.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
