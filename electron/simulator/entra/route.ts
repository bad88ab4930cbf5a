import { type Exchange, emptyReply, header, htmlReply, jsonReply, type Reply } from '../exchange.ts';
import { answerAuthorize } from './authorize.ts';
import { answerDevicePage } from './device.ts';
import { answerInstanceDiscovery, openIdConfiguration } from './discovery.ts';
import { type Entra, type EntraHandler, type EntraRequest, isKnownTenant, issuerOriginOf } from './entra.ts';
import { refusalReply, refuse } from './refusals.ts';
import { messagePage } from './signInPages.ts';
import { answerDeviceCode, answerToken } from './token.ts';

/** The endpoints below a tenant, by method and path. */
const endpoints: Readonly<Record<string, EntraHandler>> = {
  'GET v2.0/.well-known/openid-configuration': (entra, { origin, tenant }) =>
    jsonReply(200, openIdConfiguration(origin, issuerOriginOf(entra, origin), tenant)),
  'GET discovery/instance': (_entra, { origin }) => answerInstanceDiscovery(origin),
  'GET discovery/v2.0/keys': () => jsonReply(200, { keys: [] }),
  'GET oauth2/v2.0/authorize': answerAuthorize,
  'POST oauth2/v2.0/authorize': answerAuthorize,
  'POST oauth2/v2.0/token': answerToken,
  'POST oauth2/v2.0/devicecode': answerDeviceCode,
  'GET oauth2/deviceauth': answerDevicePage,
  'POST oauth2/deviceauth': answerDevicePage,
  'GET oauth2/v2.0/logout': () => htmlReply(200, messagePage('You’re signed out.', 'You may close this page.')),
};

/** The form and query parameters of a request together, the form's last. */
export function parametersOf(exchange: Exchange): URLSearchParams {
  const form = isForm(exchange) ? exchange.body : '';
  return new URLSearchParams([...exchange.url.searchParams, ...new URLSearchParams(form)]);
}

function isForm(exchange: Exchange): boolean {
  return header(exchange, 'content-type').startsWith('application/x-www-form-urlencoded');
}

/** Whether this is the token endpoint, which a profile can meet. */
export function isTokenRequest(exchange: Exchange): boolean {
  return exchange.method === 'POST' && exchange.url.pathname.endsWith('/oauth2/v2.0/token');
}

/** Answers what is asked of the simulated Entra ID. */
export function answerEntra(entra: Entra, exchange: Exchange): Reply {
  const { origin, pathname } = exchange.url;
  const [, tenant = '', ...rest] = pathname.split('/');
  const handler = endpoints[`${exchange.method} ${rest.join('/')}`];
  if (handler === undefined) return emptyReply(404);
  if (!isKnownTenant(tenant)) return refusalReply(refuse(90002, entra.clock.now(), { detail: tenant }));
  const request: EntraRequest = {
    tenant,
    origin,
    // A page of our own posts with our own origin; only a foreign one makes a request cross-origin.
    isCrossOrigin: header(exchange, 'origin') !== '' && header(exchange, 'origin') !== origin,
    isForm: isForm(exchange),
    parameters: parametersOf(exchange),
  };
  return handler(entra, request);
}
