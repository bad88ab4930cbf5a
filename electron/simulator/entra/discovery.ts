import { jsonReply, type Reply } from '../exchange.ts';
import { demoTenantId } from '../people.ts';

/**
 * The OpenID discovery document of a tenant, as MSAL reads it.
 *
 * Shape: `origin` is where the endpoints are; `issuerOrigin` must be the authority's own, which MSAL compares.
 */
export function openIdConfiguration(origin: string, issuerOrigin: string, tenant: string): Record<string, unknown> {
  const root = `${origin}/${tenant}`;
  const isOneTenant = tenant !== 'common' && tenant !== 'organizations' && tenant !== 'consumers';
  return {
    issuer: `${issuerOrigin}/${isOneTenant ? tenant : '{tenantid}'}/v2.0`,
    authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
    token_endpoint: `${root}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${root}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${root}/oauth2/v2.0/logout`,
    jwks_uri: `${root}/discovery/v2.0/keys`,
    userinfo_endpoint: `${origin}/oidc/userinfo`,
    response_modes_supported: ['form_post'],
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['HS256'],
    token_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'preferred_username', 'name', 'tid', 'ver'],
    request_uri_parameter_supported: false,
    tenant_region_scope: null,
    cloud_instance_name: new URL(issuerOrigin).host,
  };
}

/** The answer to MSAL's question which hosts belong together: this one stands alone. */
export function answerInstanceDiscovery(origin: string): Reply {
  const { host } = new URL(origin);
  return jsonReply(200, {
    tenant_discovery_endpoint: `${origin}/${demoTenantId}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });
}
