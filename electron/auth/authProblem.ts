import { AuthError, ClientConfigurationError, InteractionRequiredAuthError } from '@azure/msal-node';
import type { Problem } from '#contract/problem.ts';
import { refusalProblem } from './entraRefusal.ts';
import type { LastExchange } from './network.ts';

/** What MSAL says of itself, without Entra ID: these are the codes that have a meaning to the user. */
const ownCodes: Readonly<Record<string, Problem>> = {
  network_error: { kind: 'offline' },
  no_network_connectivity: { kind: 'offline' },
  endpoints_resolution_error: { kind: 'misconfigured', trace: { code: 'endpoints_resolution_error' } },
  openid_config_error: { kind: 'misconfigured', trace: { code: 'openid_config_error' } },
  token_parsing_error: { kind: 'intercepted', trace: { code: 'token_parsing_error' } },
  no_account_found: { kind: 'signInRequired' },
  user_timeout_reached: { kind: 'signInTimedOut' },
  device_code_expired: { kind: 'signInTimedOut' },
};

/**
 * What a failed call of MSAL's means to the user.
 *
 * Shape: what was on the wire comes first, since MSAL hides a failed discovery, calls a revoked token a server error
 * and loses the number of a refused device code.
 * Problems: those of the network and of a refusal; offline, misconfigured, intercepted, signInRequired,
 * signInTimedOut, unexpected.
 */
export function authProblem(error: unknown, last: LastExchange, scopes: readonly string[]): Problem {
  if (last.problem !== null) return last.problem;
  if (last.refusal !== null) return refusalProblem(last.refusal, scopes);
  if (error instanceof InteractionRequiredAuthError) return { kind: 'signInRequired' };
  const code = error instanceof AuthError ? error.errorCode : 'not_an_auth_error';
  if (error instanceof ClientConfigurationError) return { kind: 'misconfigured', trace: { code } };
  return ownCodes[code] ?? { kind: 'unexpected', trace: { code } };
}
