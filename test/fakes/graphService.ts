import type { Fetch } from '../../electron/ports.ts';

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
  readonly clientRequestId: string | null;
  readonly body: unknown;
}

/** A Graph that answers as told, one answer after the other, and keeps what it was asked. The last answer stays. */
export function graphService(...answers: readonly (() => Response | Promise<Response>)[]) {
  const sent: SentRequest[] = [];
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init);
    const text = await request.text();
    const answer = answers[Math.min(sent.length, answers.length - 1)];
    sent.push({
      method: request.method,
      url: request.url,
      authorization: request.headers.get('authorization'),
      clientRequestId: request.headers.get('client-request-id'),
      body: text === '' ? undefined : JSON.parse(text),
    });
    if (answer === undefined) throw new TypeError('net::ERR_INTERNET_DISCONNECTED');
    return answer();
  };
  return { fetch, sent };
}

/** An answer of Graph's with a JSON body. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): () => Response {
  return () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** An answer with any text, as gateways and portals give. */
export function text(status: number, body: string, headers: Record<string, string> = {}): () => Response {
  return () => new Response(body === '' ? null : body, { status, headers });
}
