import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Outcome } from '#contract/problem.ts';
import { systemClock } from '../../../electron/clock.ts';
import { createGraphClient, type GraphClientOptions } from '../../../electron/graph/client.ts';
import type { Fetch } from '../../../electron/ports.ts';
import { graphService, json, text } from '../../fakes/graphService.ts';
import { recordLog } from '../../fakes/log.ts';

const read = { method: 'GET', path: 'me/presence' } as const;
const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
const challenge = `Bearer realm="", claims="${Buffer.from(claims).toString('base64url')}", error="insufficient_claims"`;

function client(fetch: Fetch, getToken?: GraphClientOptions['getToken'], baseUrl = 'https://graph.example/beta') {
  const log = recordLog();
  const asked: unknown[] = [];
  const graph = createGraphClient({
    ...{ baseUrl, fetch },
    clock: systemClock,
    log,
    newRequestId: () => 'id-1',
    timeLimitMilliseconds: 60,
    owner: () => 'm.t',
    getToken:
      getToken ??
      (async (why): Promise<Outcome<string>> => {
        asked.push(why);
        return { ok: true, value: `token-${asked.length}` };
      }),
  });
  return { graph, log, asked };
}

/** A service that answers as told, over real connections; `ended` comes when the first of them has. */
async function serve(answer: RequestListener) {
  const server = createServer(answer);
  const ended = new Promise<void>((resolve) => {
    server.once('connection', (socket) => socket.once('close', () => resolve()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return { ended, baseUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/beta` };
}

describe('the Graph client', () => {
  it('[N6] sends the token and an id to the configured origin', async () => {
    const { fetch, sent } = graphService(json(200, { availability: 'Busy' }));
    const { graph } = client(fetch);
    expect(await graph(read)).toEqual({ ok: true, value: { status: 200, body: { availability: 'Busy' } } });
    expect(sent).toEqual([
      {
        method: 'GET',
        url: 'https://graph.example/beta/me/presence',
        authorization: 'Bearer token-1',
        clientRequestId: 'id-1',
        body: undefined,
      },
    ]);
  });

  it('[N5] answers a claims challenge once, with a token that has the claims', async () => {
    const { fetch, sent } = graphService(text(401, '', { 'www-authenticate': challenge }), json(200, {}));
    const { graph, asked } = client(fetch);
    expect((await graph(read)).ok).toBe(true);
    expect(asked).toEqual([undefined, { claims }]);
    expect(sent.map((request) => request.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('[N5] asks for a new sign-in when that does not help', async () => {
    const { fetch, sent } = graphService(text(401, '', { 'www-authenticate': challenge }));
    const { graph } = client(fetch);
    expect(await graph(read)).toEqual({ ok: false, problem: { kind: 'signInRequired' } });
    expect(sent.length).toBe(2);
  });

  it('answers a bare 401 once with a fresh token', async () => {
    const { fetch } = graphService(text(401, ''), json(200, {}));
    const { graph, asked } = client(fetch);
    expect((await graph(read)).ok).toBe(true);
    expect(asked).toEqual([undefined, { isRefused: true }]);
  });

  it('[N5] does not ask for a fresh token each time where that helps nothing', async () => {
    const refused = json(401, { error: { code: 'Unauthorized' } });
    const { fetch, sent } = graphService(refused, refused, refused, json(200, {}), refused, json(200, {}));
    const { graph, asked } = client(fetch);
    const kinds = [await graph(read), await graph(read), await graph(read), await graph(read)].map((reply) =>
      reply.ok ? 'read' : reply.problem.kind,
    );
    expect([kinds, sent.length]).toEqual([['forbidden', 'forbidden', 'read', 'read'], 6]);
    expect(asked).toEqual([undefined, { isRefused: true }, undefined, undefined, undefined, { isRefused: true }]);
  });

  it('asks nobody when there is no token', async () => {
    const { fetch, sent } = graphService(json(200, {}));
    const { graph } = client(fetch, async () => ({ ok: false, problem: { kind: 'offline' } }));
    expect([await graph(read), sent]).toEqual([{ ok: false, problem: { kind: 'offline' } }, []]);
  });

  it('[N1] gives up on an answer that does not come, and on one that never ends', async () => {
    const silent = client(() => new Promise<Response>(() => {}));
    expect(await silent.graph(read)).toEqual({ ok: false, problem: { kind: 'timedOut' } });
    const endless = client(
      async () => new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(1)) })),
    );
    expect(await endless.graph(read)).toEqual({ ok: false, problem: { kind: 'timedOut' } });
  });

  it.each([
    ['one that never ends', 200, { kind: 'timedOut' }],
    ['one that only says that the token is not good enough', 401, { kind: 'signInRequired' }],
  ] as const)('[N1] hangs up on an answer that nobody reads any more: %s', async (_, status, problem) => {
    const { baseUrl, ended } = await serve(({ headers }, response) => {
      const isFirst = headers.authorization === 'Bearer token-1';
      response.writeHead(status);
      if (isFirst) response.write('{');
      else response.end();
    });
    const { graph } = client(globalThis.fetch, undefined, baseUrl);
    expect(await graph(read)).toEqual({ ok: false, problem });
    await ended;
  });

  it('says that nothing can be reached when nothing can', async () => {
    const { fetch } = graphService();
    expect(await client(fetch).graph(read)).toEqual({ ok: false, problem: { kind: 'offline' } });
  });

  it('[N7] repeats nothing by itself', async () => {
    const { fetch, sent } = graphService(text(503, '<html>'));
    await client(fetch).graph({ method: 'POST', path: 'communications/presences', body: {} });
    expect(sent.length).toBe(1);
  });

  it('[S1] never logs the token', async () => {
    const { fetch } = graphService(json(403, { error: { code: 'Forbidden', message: 'token-1' } }));
    const { graph, log } = client(fetch);
    await graph(read);
    expect(log.events).toEqual(['graph.request', 'graph.reply']);
    expect(log.text()).not.toContain('token-');
  });
});
