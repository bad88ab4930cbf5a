import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenForRedirect, type RedirectListener } from '../../../electron/auth/redirectListener.ts';
import { recordLog } from '../../fakes/log.ts';

const state = 'the-one-and-only-state-of-this-sign-in';
const form = 'application/x-www-form-urlencoded';
const good = { code: 'c0de', clientInfo: null };

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly host?: string;
}

let listener: RedirectListener;
let port: number;
beforeEach(async () => {
  listener = await listenForRedirect({ state, log: recordLog(), requestLimitMilliseconds: 300 });
  port = Number(new URL(listener.redirectUri).port);
});
afterEach(() => listener.close('over'));

/** Sends a request as the browser would, but for what a test changes; the status is 0 when the socket was cut. */
function send({
  method = 'POST',
  path = '/',
  headers = {},
  body = `state=${state}&code=c0de`,
  host = '127.0.0.1',
}: Sent) {
  return new Promise<{ status: number; page: string; headers: NodeJS.Dict<string | string[]> }>((resolve) => {
    const cut = () => resolve({ status: 0, page: '', headers: {} });
    const sent = { method, path, host, port, headers: { host: `localhost:${port}`, 'content-type': form, ...headers } };
    const request = httpRequest(sent, (response) => {
      let page = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        page += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, page, headers: response.headers }));
      response.on('error', cut);
    });
    request.on('error', cut);
    request.end(body);
  });
}

/** Who was answered, or cut off, was judged before. */
async function isStillWaiting(): Promise<boolean> {
  const now = new Promise((resolve) => setImmediate(resolve, 'waiting'));
  return (await Promise.race([listener.answer, now])) === 'waiting';
}

describe('the redirect of a sign-in', () => {
  it.each<[string, Sent, number]>([
    ['no state', { body: 'code=c0de' }, 400],
    ['a wrong state', { body: 'state=wrong&code=c0de' }, 400],
    ['a state of the same length', { body: `state=${'x'.repeat(state.length)}&code=c0de` }, 400],
    ['a state in other letters', { body: `state=${state.toUpperCase()}&code=c0de` }, 400],
    ['two states', { body: `state=${state}&state=${state}&code=c0de` }, 400],
    ['two states, one wrong', { body: `state=wrong&state=${state}&code=c0de` }, 400],
    ['two codes', { body: `state=${state}&code=a&code=b` }, 400],
    ['an empty code', { body: `state=${state}&code=` }, 400],
    ['neither code nor error', { body: `state=${state}` }, 400],
    ['a code and an error', { body: `state=${state}&code=c0de&error=access_denied` }, 400],
    ['an error that is a page', { body: `state=${state}&error=${encodeURIComponent('<script>x</script>')}` }, 400],
    ['two errors', { body: `state=${state}&error=a&error=b` }, 400],
    ['an empty body', { body: '' }, 400],
    ['JSON', { headers: { 'content-type': 'application/json' }, body: `{"state":"${state}","code":"c0de"}` }, 415],
    ['no type', { headers: { 'content-type': '' } }, 415],
    ['a multipart form', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 415],
    ['GET with the code', { method: 'GET', path: `/?state=${state}&code=c0de`, body: '' }, 404],
    ['GET', { method: 'GET', body: '' }, 405],
    ['PUT', { method: 'PUT' }, 405],
    ['OPTIONS', { method: 'OPTIONS' }, 405],
    ['another path', { path: '/callback' }, 404],
    ['a query', { path: '/?x' }, 404],
    ['an absolute address', { path: 'http://localhost/' }, 404],
    ['a foreign host', { headers: { host: 'evil.example' } }, 421],
    ['a rebound name', { headers: { host: 'localhost.evil.example:80' } }, 421],
    ['another port', { headers: { host: 'localhost:1' } }, 421],
    ['100 KiB', { body: `state=${state}&code=${'c'.repeat(102_400)}` }, 413],
  ])('[S3] %s is turned away, and the sign-in still waits', async (_title, sent, status) => {
    const refused = await send(sent);
    expect([refused.status, refused.page, await isStillWaiting()]).toEqual([status, '', true]);
    const waiting = send({});
    expect(await listener.answer).toEqual(good);
    listener.close('<p>done</p>');
    expect(await waiting).toMatchObject({ status: 200, page: '<p>done</p>' });
  });

  it('[S3] 64 MiB are cut off when the first 100 KiB have come', async () => {
    const head = `POST / HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: ${form}\r\ncontent-length: 67108864\r\n\r\n`;
    const heard = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(head + 'x'.repeat(102_400)));
      socket.on('data', (part) => {
        text += String(part);
      });
      socket.on('error', () => undefined).on('close', () => resolve(text));
    });
    expect([heard.slice(0, 12), await isStillWaiting()]).toEqual(['HTTP/1.1 413', true]);
  });

  it('[S3] the second answer is turned away, whatever it says', async () => {
    const first = send({});
    await listener.answer;
    const second = await send({ body: `state=${state}&code=other` });
    expect([second.status, await listener.answer]).toEqual([410, good]);
    listener.close('once');
    expect((await first).page).toBe('once');
    expect((await send({})).status).toBe(0);
  });

  it('[S3] who sends slowly or nothing at all is hung up on', async () => {
    const started = Date.now();
    const slow = [
      '',
      'POST / HTTP/1.1\r\nhost: x',
      `POST / HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: ${form}\r\ncontent-length: 50\r\n\r\nstate=`,
    ];
    await Promise.all(
      slow.map(
        (text) =>
          new Promise<void>((resolve) => {
            const socket = connect(port, '127.0.0.1', () => socket.write(text));
            socket
              .on('close', () => resolve())
              .on('error', () => resolve())
              .resume();
          }),
      ),
    );
    expect(Date.now() - started).toBeLessThan(3_000);
    expect(await isStillWaiting()).toBe(true);
  });

  it('[S3] a thousand idle sockets do not keep the browser out for long', async () => {
    const sockets = Array.from({ length: 1_000 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
    // Those that found no room are cut off at once, and the others when their time is up.
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve).resume())));
    const waiting = send({});
    expect(await listener.answer).toEqual(good);
    listener.close('in');
    expect((await waiting).page).toBe('in');
  });

  it('[S2] localhost is heard on both loopback addresses', async () => {
    const waiting = send({ host: '::1' });
    expect(await listener.answer).toEqual(good);
    listener.close('six');
    expect((await waiting).page).toBe('six');
  });

  it('[S2] a refusal comes with its word and number, and without its text', async () => {
    const description = 'AADSTS65004: mira@contoso.com declined. Trace ID: 1';
    void send({
      body: new URLSearchParams({ state, error: 'access_denied', error_description: description }).toString(),
    });
    const refusal = { error: 'access_denied', suberror: null, number: '65004', claims: null, requestId: null };
    expect(await listener.answer).toEqual({ refusal });
  });

  it('[S2] the page is not kept, not embedded, and runs nothing', async () => {
    const { headers } = await send({ method: 'GET', body: '' });
    expect(headers).toMatchObject({
      connection: 'close',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
      ),
    });
  });

  it('[S2] after it is closed nothing listens', async () => {
    listener.close('');
    expect([(await send({})).status, (await send({ host: '::1' })).status]).toEqual([0, 0]);
  });
});
