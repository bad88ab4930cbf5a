import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../ports.ts';
import { redirectHeaders } from './redirectPage.ts';
import { type RedirectAnswer, readRedirect, refusedHead } from './redirectRequest.ts';

export interface RedirectListenerOptions {
  readonly state: string;
  readonly log: Log;
  /** How long a connection may take over its request. Units: milliseconds. */
  readonly requestLimitMilliseconds?: number;
}

/** The ear on this computer's own address for one answer from the browser. */
export interface RedirectListener {
  readonly redirectUri: string;
  /** The first valid answer. Never rejects: a request that is not valid changes nothing. */
  readonly answer: Promise<RedirectAnswer>;
  /** Shows the waiting browser this page, if it waits, and stops listening. */
  close(page: string): void;
}

/** Units: bytes. */
const largestForm = 65_536;
const mostConnections = 64;

/**
 * Listens for the redirect that ends a sign-in, on 127.0.0.1 and ::1: a browser may take `localhost` for either.
 *
 * Shape: POST of a form to `/`. The browser is answered on `close`, when it is known how the sign-in ended.
 * Problems: rejects when no port can be opened.
 * Source: RFC 8252 section 7.3
 */
export async function listenForRedirect(options: RedirectListenerOptions): Promise<RedirectListener> {
  const { state, log, requestLimitMilliseconds = 10_000 } = options;
  let port = 0;
  let waiting: ServerResponse | null = null;
  let isAnswered = false;
  let accept: (answer: RedirectAnswer) => void = () => {};
  const answer = new Promise<RedirectAnswer>((resolve) => {
    accept = resolve;
  });

  function refuse(response: ServerResponse, status: number): void {
    log.warn('auth.redirectRefused', { status });
    response.writeHead(status, { ...redirectHeaders, ...(status === 405 ? { allow: 'POST' } : {}) }).end();
  }

  function take(response: ServerResponse, body: string): void {
    const given = isAnswered ? null : readRedirect(body, state);
    if (given === null) refuse(response, isAnswered ? 410 : 400);
    else {
      isAnswered = true;
      waiting = response;
      accept(given);
    }
  }

  function readForm(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= largestForm) parts.push(part);
      else if (!response.headersSent)
        refuse(
          response.once('finish', () => request.destroy()),
          413,
        );
    });
    request.on('end', () => {
      if (size <= largestForm) take(response, Buffer.concat(parts).toString('utf8'));
    });
  }

  function serve(request: IncomingMessage, response: ServerResponse): void {
    const status = refusedHead(request, port);
    if (status === null) readForm(request, response);
    else refuse(response, status);
  }

  const servers = await openServers(() => {
    const server = createServer(
      { connectionsCheckingInterval: Math.min(1_000, requestLimitMilliseconds), maxHeaderSize: 16_384 },
      serve,
    );
    server.headersTimeout = requestLimitMilliseconds;
    server.requestTimeout = requestLimitMilliseconds;
    server.maxConnections = mostConnections;
    return server;
  });
  port = portOf(servers[0]);

  return {
    redirectUri: `http://localhost:${port}`,
    answer,
    close: (page) => {
      const stop = () => {
        for (const server of servers) server.closeAllConnections();
      };
      for (const server of servers) server.close();
      const socket = waiting?.socket ?? null;
      if (waiting === null || socket === null || socket.destroyed) stop();
      else {
        waiting.writeHead(200, redirectHeaders).end(page);
        socket.once('close', stop);
      }
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Opens one port on both loopback addresses. Where IPv6 is missing, 127.0.0.1 alone must do. */
async function openServers(create: () => Server): Promise<[Server, ...Server[]]> {
  for (let attempt = 1; ; attempt++) {
    const server = create();
    await listen(server, 0, '127.0.0.1');
    const second = create();
    try {
      await listen(second, portOf(server), '::1');
      return [server, second];
    } catch (cause) {
      const isTaken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || attempt === 5) return [server];
      // Somebody else's ::1 would hear the browser on this port, so another port is tried.
      server.close();
    }
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
