import { createHash, randomUUID } from 'node:crypto';
import type { Person } from '../../../electron/simulator/people.ts';
import type { Simulator } from '../../../electron/simulator/simulator.ts';

const verifier = 'a-code-verifier-of-at-least-forty-three-characters-0123';
export const redirectUri = 'http://localhost:51515';
export const scopes = 'Presence.Read Presence.ReadWrite openid profile offline_access';

export type Fields = Readonly<Record<string, string>>;

/** The query of a good authorize request, with whatever a test wants otherwise; null leaves a parameter out. */
export function authorizeQuery(
  simulator: Pick<Simulator, 'clientId'>,
  change: Readonly<Record<string, string | null>> = {},
): string {
  const usual = {
    client_id: simulator.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'form_post',
    scope: scopes,
    state: 'the-state',
    nonce: 'the-nonce',
    client_info: '1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  const given = Object.entries({ ...usual, ...change }).filter((entry): entry is [string, string] => entry[1] !== null);
  return new URLSearchParams(given).toString();
}

/** Goes through the authorize page by hand; the fields that it would post to the app. */
export async function authorize(simulator: Simulator, query: string, pressed: Fields = {}): Promise<Fields> {
  const choice = { account: simulator.people.mira.oid, consent: 'accepted', ...pressed };
  const response = await postForm(`${simulator.origin}/organizations/oauth2/v2.0/authorize`, {
    request: query,
    ...choice,
  });
  const inputs = (await response.text()).matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

export interface TokenReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Asks the token endpoint. */
export async function askToken(simulator: Simulator, fields: Fields): Promise<TokenReply> {
  const url = `${simulator.origin}/${simulator.tenantId}/oauth2/v2.0/token`;
  const response = await postForm(url, { client_id: simulator.clientId, client_info: '1', ...fields });
  return { status: response.status, body: (await response.json()) as TokenReply['body'] };
}

export function exchange(simulator: Simulator, code: string | undefined, change: Fields = {}): Promise<TokenReply> {
  return askToken(simulator, {
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
    scope: scopes,
    ...change,
  });
}

export interface SignInChange {
  readonly person?: Person;
  readonly query?: Readonly<Record<string, string | null>>;
  readonly exchange?: Fields;
}

/** Signs somebody in without MSAL, and hands back the whole answer of the token endpoint. */
export async function signInByHand(simulator: Simulator, change: SignInChange = {}): Promise<TokenReply['body']> {
  const pressed = change.person === undefined ? {} : { account: change.person.oid };
  const { code } = await authorize(simulator, authorizeQuery(simulator, change.query), pressed);
  return (await exchange(simulator, code, change.exchange)).body;
}

export interface GraphReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

export type GraphCall = (method: string, path: string, body?: unknown) => Promise<GraphReply>;

/** A Graph client with a token of its own and no policy at all. */
export function graphClient(simulator: Simulator, token: unknown): GraphCall {
  return async (method, path, body) => {
    const response = await fetch(`${simulator.graphUrl}/beta${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'client-request-id': randomUUID(),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
  };
}

/** Signs somebody in and gives them a Graph client. */
export async function openGraph(simulator: Simulator, change: SignInChange = {}): Promise<GraphCall> {
  return graphClient(simulator, (await signInByHand(simulator, change))['access_token']);
}

/** A create body as the app sends it. */
export function presenceOf(person: Person, availability: string, activity: string = availability): object {
  return {
    '@odata.type': '#microsoft.graph.presence',
    id: person.oid,
    availability,
    activity,
    outOfOfficeSettings: {
      '@odata.type': '#microsoft.graph.outOfOfficeSettings',
      isOutOfOffice: false,
      message: null,
    },
  };
}

export function postForm(url: string, fields: Fields, headers: Fields = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
}
