import type { Grant } from '../entra/grants.ts';
import type { Exchange, Reply } from '../exchange.ts';
import { isPersonal } from '../people.ts';
import type { RequestKind } from '../profileEffects.ts';
import type { PersonFile, Tenant } from '../tenant.ts';
import { answerCreatePresence } from './createPresence.ts';
import { graphError, type RequestIds } from './graphError.ts';
import type { GraphHandler } from './graphRequest.ts';
import { answerChangeMailboxSettings, answerReadMailboxSettings } from './mailboxSettings.ts';
import { locationActions, presenceActions } from './presenceActions.ts';
import { answerListPresences, answerReadPresence } from './readPresence.ts';

/** What a path leads to: whose file, which handlers by method. */
interface Place {
  readonly owner: string;
  readonly context: string;
  readonly methods: Readonly<Record<string, GraphHandler>>;
}

/** A request on a known route, ready to be carried out on somebody's file. */
export interface Routed {
  readonly kind: RequestKind;
  readonly file: PersonFile;
  /** The body is the one to carry out, which need not be the one that came. */
  carryOut(body: string): Reply;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Finds what a request asks for, or Graph's refusal of the path, the method, the id or the account. */
export function routeGraph(
  exchange: Exchange,
  ids: RequestIds,
  grant: Grant,
  tenant: Tenant,
): { readonly isGood: true; readonly routed: Routed } | { readonly isGood: false; readonly reply: Reply } {
  const refused = (...error: [status: number, code: string, message: string]) =>
    ({ isGood: false, reply: graphError(ids, ...error) }) as const;

  const [, version = '', ...segments] = exchange.url.pathname.split('/');
  const place = findPlace(segments);
  if (place === undefined) {
    return refused(400, 'BadRequest', `Resource not found for the segment '${segments.at(-1) ?? ''}'.`);
  }
  const method = Object.hasOwn(place.methods, exchange.method) ? place.methods[exchange.method] : undefined;
  if (method === undefined) return refused(405, 'Request_MethodNotAllowed', 'The method is not allowed here.');
  if (isPersonal(grant.person)) return refused(400, 'BadRequest', 'Presence is not supported for this account.');
  const owner = place.owner === 'me' ? grant.person.oid : place.owner.toLowerCase();
  if (!guid.test(owner)) return refused(400, 'BadRequest', 'The user id is not a valid GUID.');
  const file: PersonFile | undefined = tenant.find(owner);
  if (file === undefined) return refused(404, 'ResourceNotFound', 'The user does not exist.');

  const request = { ids, grant, tenant, file, context: place.context, version };
  const carryOut = (body: string): Reply => method({ ...request, exchange: { ...exchange, body } });
  return { isGood: true, routed: { kind: kindOf(place, exchange, method), file, carryOut } };
}

function kindOf(place: Place, { method }: Exchange, handler: GraphHandler): RequestKind {
  if (place.context.endsWith('mailboxSettings')) return 'mailbox';
  if (method === 'GET') return 'read';
  if (handler === answerCreatePresence) return 'create';
  if (locationActions.includes(handler)) return 'location';
  return place.owner === 'me' ? 'meAction' : 'action';
}

function findPlace(segments: readonly string[]): Place | undefined {
  const [first, second, ...rest] = segments;
  if (first === 'communications' && second === 'presences') {
    const [id, ...below] = rest;
    if (id !== undefined) return presencePlace(id, 'communications/presences/$entity', below);
    const methods = { POST: answerCreatePresence, GET: answerListPresences };
    return { owner: 'me', context: 'communications/presences', methods };
  }
  if (first === 'me') return personPlace('me', [second, ...rest]);
  return first === 'users' && second !== undefined ? personPlace(second, rest) : undefined;
}

function personPlace(owner: string, segments: readonly (string | undefined)[]): Place | undefined {
  const [noun, ...below] = segments;
  const context = `users('${owner}')/presence/$entity`;
  if (noun === 'presence') return presencePlace(owner, context, below);
  if (noun !== 'mailboxSettings' || below.length > 0) return undefined;
  const methods = { GET: answerReadMailboxSettings, PATCH: answerChangeMailboxSettings };
  return { owner, context: `users('${owner}')/mailboxSettings`, methods };
}

function presencePlace(owner: string, context: string, below: readonly (string | undefined)[]): Place | undefined {
  const [name] = below;
  if (name === undefined) return { owner, context, methods: { GET: answerReadPresence } };
  const action = below.length === 1 && Object.hasOwn(presenceActions, name) ? presenceActions[name] : undefined;
  if (action === undefined || (owner !== 'me' && locationActions.includes(action))) return undefined;
  return { owner, context, methods: { POST: action } };
}
