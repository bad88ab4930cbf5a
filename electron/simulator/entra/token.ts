import type { Reply } from '../exchange.ts';
import { jsonReply } from '../exchange.ts';
import { mergeClaims, parseClaims } from './claims.ts';
import { deviceLifeSeconds } from './deviceCodes.ts';
import {
  type Entra,
  type EntraRequest,
  grantableScopes,
  issuerOriginOf,
  missingConsents,
  type RefusalPlace,
} from './entra.ts';
import type { Grant } from './grants.ts';
import { type RefusalCode, refusalReply, refuse } from './refusals.ts';
import { parseScopes, type Scope } from './scopes.ts';
import { tokenAnswer } from './tokenAnswer.ts';

/** The token endpoint: authorization_code with PKCE, refresh_token, device_code (under its short and its long name). */
export function answerToken(entra: Entra, request: EntraRequest): Reply {
  const unfit = checkClient(entra, request);
  if (unfit !== undefined) return unfit;
  switch (request.parameters.get('grant_type')) {
    case 'authorization_code':
      return exchangeCode(entra, request);
    case 'refresh_token':
      return refresh(entra, request);
    case 'device_code':
    case 'urn:ietf:params:oauth:grant-type:device_code':
      return pollDevice(entra, request);
    default:
      return sayNo(entra, request, 70003);
  }
}

/** The device-code endpoint: hands out a code to type and a code to poll with. */
export function answerDeviceCode(entra: Entra, request: EntraRequest): Reply {
  const unfit = checkClient(entra, request) ?? refusedAt(entra, request, 'deviceCode');
  if (unfit !== undefined) return unfit;
  const asked = parseScopes(request.parameters.get('scope') ?? '', request.origin);
  if (!asked.isKnown) return sayNo(entra, request, 70011, asked.unknown);
  const device = entra.deviceCodes.issue(asked.scopes);
  const uri = `${request.origin}/common/oauth2/deviceauth`;
  return jsonReply(200, {
    user_code: device.userCode,
    device_code: device.deviceCode,
    verification_uri: uri,
    expires_in: deviceLifeSeconds,
    interval: entra.deviceIntervalSeconds,
    message: `To sign in, use a web browser to open the page ${uri} and enter the code ${device.userCode} to authenticate.`,
  });
}

function exchangeCode(entra: Entra, request: EntraRequest): Reply {
  const { parameters } = request;
  const missing = ['code', 'redirect_uri', 'code_verifier'].find((name) => !parameters.get(name));
  if (missing !== undefined) return sayNo(entra, request, 90014, missing);
  const refused = refusedAt(entra, request, 'exchange');
  if (refused !== undefined) return refused;
  const redeemed = entra.grants.redeemCode(
    parameters.get('code') ?? '',
    parameters.get('code_verifier') ?? '',
    parameters.get('redirect_uri') ?? '',
  );
  if (!redeemed.isGood) return sayNo(entra, request, redeemed.code);
  return giveTokens(entra, request, redeemed.grant, redeemed.grant.nonce);
}

function refresh(entra: Entra, request: EntraRequest): Reply {
  const claims = parseClaims(request.parameters.get('claims'));
  if (claims === undefined) return sayNo(entra, request, 90023, 'claims');
  const refused = refusedAt(entra, request, 'refresh');
  if (refused !== undefined) return refused;
  const wanted = entra.gate.interactionFor(claims);
  if (wanted !== null) return refusalReply({ ...refuse(50076, entra.clock.now()), claims: wanted });
  const token = request.parameters.get('refresh_token') ?? '';
  const redeemed = entra.grants.redeemRefreshToken(token);
  if (!redeemed.isGood) return sayNo(entra, request, redeemed.code, undefined, redeemed.suberror);
  const reply = giveTokens(entra, request, redeemed.grant, null);
  // A scope that nobody allowed costs nobody their session.
  if (reply.status !== 200) entra.grants.returnRefreshToken(token);
  return reply;
}

function pollDevice(entra: Entra, request: EntraRequest): Reply {
  const device = entra.deviceCodes.findPolled(request.parameters.get('device_code') ?? '');
  if (device === undefined) return sayNo(entra, request, 70019);
  if (entra.clock.now() >= device.expiresAt) return sayNo(entra, request, 70020);
  if (device.outcome.kind === 'pending') return sayNo(entra, request, 70016);
  if (device.outcome.kind === 'declined') return sayNo(entra, request, 70018);
  entra.deviceCodes.finish(device);
  return giveTokens(entra, request, device.outcome.grant, null);
}

function giveTokens(entra: Entra, request: EntraRequest, grant: Grant, nonce: string | null): Reply {
  const { parameters, origin } = request;
  const asked = parseScopes(parameters.get('scope') ?? '', origin);
  if (!asked.isKnown) return sayNo(entra, request, 70011, asked.unknown);
  const claims = parseClaims(parameters.get('claims'));
  if (claims === undefined) return sayNo(entra, request, 90023, 'claims');
  const scopes = grantableScopes(entra, asked.scopes.length === 0 ? grant.scopes : asked.scopes);
  if (missingConsents(entra, grant.person, scopes).length > 0) return sayNo(entra, request, 65001);
  const answer = tokenAnswer(entra.grants, {
    grant: { ...grant, claims: mergeClaims(grant.claims, claims) },
    scopes: withDetails(scopes),
    nonce,
    issuer: `${issuerOriginOf(entra, origin)}/${grant.person.tid}/v2.0`,
    isClientInfoWanted: parameters.get('client_info') === '1',
    nowSeconds: Math.floor(entra.clock.now() / 1000),
    lifeSeconds: entra.accessTokenSeconds,
  });
  return jsonReply(200, answer);
}

/** Entra ID answers the OpenID scopes together, whichever was asked. */
function withDetails(scopes: readonly Scope[]): Scope[] {
  const isOpenId = scopes.some((scope) => scope.name === 'openid');
  const added = isOpenId ? ['profile', 'email'].filter((name) => !scopes.some((scope) => scope.name === name)) : [];
  return [...scopes, ...added.map((name) => ({ name, asked: name }))];
}

function checkClient(entra: Entra, request: EntraRequest): Reply | undefined {
  const { parameters } = request;
  // Entra ID takes a request with an Origin for one from a web page, whose app is registered otherwise.
  if (request.isCrossOrigin) return sayNo(entra, request, 9002326);
  if (!request.isForm) return sayNo(entra, request, 90014, 'the body is no form');
  if (!parameters.get('client_id')) return sayNo(entra, request, 90014, 'client_id');
  if (parameters.get('client_id') !== entra.clientId) return sayNo(entra, request, 700016);
  return parameters.has('client_secret') ? sayNo(entra, request, 700025) : undefined;
}

function refusedAt(entra: Entra, request: EntraRequest, place: RefusalPlace): Reply | undefined {
  const { refusal } = entra.policy;
  if (refusal === null || refusal.at !== place) return undefined;
  const isMeant = (request.parameters.get('scope') ?? '').includes(refusal.permission ?? '');
  return isMeant ? sayNo(entra, request, refusal.code) : undefined;
}

function sayNo(entra: Entra, request: EntraRequest, code: RefusalCode, detail?: string, suberror?: string): Reply {
  const correlationId = request.parameters.get('client-request-id') ?? '';
  return refusalReply(
    refuse(code, entra.clock.now(), { correlationId, suberror, ...(detail === undefined ? {} : { detail }) }),
  );
}
