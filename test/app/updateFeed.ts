import { createHash } from 'node:crypto';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from '../desktop/certificates.ts';

/** What a place on the web answers, by the path that was asked for. */
export type Pages = Readonly<Record<string, RequestListener | string | Buffer>>;

/** Where newer versions are offered: by https, by plain http, and by https at another address. */
export interface UpdateFeed {
  readonly url: string;
  readonly plainUrl: string;
  readonly elsewhereUrl: string;
  /** The requests that came to any of the three, as `place path`, in order. */
  readonly asked: string[];
  /** The headers of the last one. */
  readonly headers: () => Readonly<Record<string, unknown>>;
  /** From now on all three answer so; what they have not is not found. */
  offer(pages: Pages): void;
  stop(): void;
}

export async function startUpdateFeed({ key, cert }: Certificate): Promise<UpdateFeed> {
  const asked: string[] = [];
  let pages: Pages = {};
  let headers: Readonly<Record<string, unknown>> = {};
  const answerAs =
    (place: string): RequestListener =>
    (request, response) => {
      const path = new URL(request.url ?? '', 'https://any').pathname;
      asked.push(`${place} ${path}`);
      headers = request.headers;
      const page = pages[path];
      if (typeof page === 'function') page(request, response);
      else if (page === undefined) response.writeHead(404).end();
      else response.end(page);
    };
  const servers: readonly Server[] = [
    createServer({ key, cert }, answerAs('feed')),
    createHttpServer(answerAs('plain')),
    createServer({ key, cert }, answerAs('elsewhere')),
  ];
  const ports = await Promise.all(servers.map(listen));
  return {
    url: `https://localhost:${ports[0]}`,
    plainUrl: `http://localhost:${ports[1]}`,
    elsewhereUrl: `https://localhost:${ports[2]}`,
    asked,
    headers: () => headers,
    offer(next) {
      pages = next;
    },
    stop() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return (server.address() as AddressInfo).port;
}

/** One file of a release, as the packer writes it into the list. */
export function listing(version: string, url: string, sha512: string, more = ''): string {
  return `version: ${version}\nfiles:\n  - url: ${url}\n    sha512: ${sha512}\n${more}releaseDate: '2026-01-01T00:00:00.000Z'\n`;
}

export function sha512Of(content: string | Buffer): string {
  return createHash('sha512').update(content).digest('base64');
}
