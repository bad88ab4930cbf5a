import type { Grant, Grants } from '../entra/grants.ts';
import { type Exchange, header, type Reply } from '../exchange.ts';
import { graphError, type RequestIds } from './graphError.ts';

export type BearerOutcome =
  | { readonly isGood: true; readonly grant: Grant }
  | { readonly isGood: false; readonly reply: Reply };

const messages = {
  missing: 'Access token is empty.',
  unknown: 'IDX14100: JWT is not well formed.',
  expired: 'Lifetime validation failed, the token is expired.',
  revoked: 'Access token validation failure. The token was revoked.',
};

/** Finds the grant behind a request's bearer token, or Graph's 401. */
export function readBearer(grants: Grants, exchange: Exchange, ids: RequestIds): BearerOutcome {
  const token = /^Bearer (\S+)$/i.exec(header(exchange, 'authorization'))?.[1];
  const found = token === undefined ? 'missing' : grants.readAccessToken(token);
  if (typeof found !== 'string') return { isGood: true, grant: found };
  const challenge =
    'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';
  return {
    isGood: false,
    reply: graphError(ids, 401, 'InvalidAuthenticationToken', messages[found], { 'WWW-Authenticate': challenge }),
  };
}
