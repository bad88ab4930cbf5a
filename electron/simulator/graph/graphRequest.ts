import type { Grant } from '../entra/grants.ts';
import type { Exchange, Reply } from '../exchange.ts';
import type { PersonFile, Tenant } from '../tenant.ts';
import { graphError, type RequestIds } from './graphError.ts';

/** A request that carries a good token and stands on a known route, with the file it is about. */
export interface GraphRequest {
  readonly exchange: Exchange;
  readonly ids: RequestIds;
  readonly grant: Grant;
  readonly tenant: Tenant;
  readonly file: PersonFile;
  /** `users('…')/presence` and the like: what the answer's context names. */
  readonly context: string;
  readonly version: string;
}

export type GraphHandler = (request: GraphRequest) => Reply;

/** Whether the token carries one of these permissions. */
export function hasScope(grant: Grant, ...names: readonly string[]): boolean {
  return grant.scopes.some((scope) => names.includes(scope.name));
}

/** Whether the request is about the person who signed in. */
export function isOwn({ grant, file }: GraphRequest): boolean {
  return grant.person.oid === file.person.oid;
}

/** The refusal of a write: 401 about somebody else, 403 without the permission; nothing when it may go on. */
export function refuseWrite(request: GraphRequest, scope: string): Reply | undefined {
  if (!isOwn(request)) return graphError(request.ids, 401, 'Unauthorized', 'Cannot set the presence of another user');
  return hasScope(request.grant, scope) ? undefined : graphError(request.ids, 403, 'Forbidden', '');
}
