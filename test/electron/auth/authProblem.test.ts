import { AuthError, InteractionRequiredAuthError } from '@azure/msal-node';
import { describe, expect, it } from 'vitest';
import { authProblem } from '../../../electron/auth/authProblem.ts';
import { type EntraRefusal, entraNumber, refusalProblem } from '../../../electron/auth/entraRefusal.ts';

const scopes = ['https://graph.microsoft.com/Presence.ReadWrite'];
const refusal = (error: string, number: string | null = null, suberror: string | null = null): EntraRefusal => {
  return { error, suberror, number, claims: null, requestId: null };
};
const nothing = { problem: null, refusal: null };

describe('what Entra ID’s refusals mean', () => {
  it.each([
    ['access_denied', '65004', 'signInDenied'],
    ['access_denied', null, 'signInDenied'],
    ['authorization_declined', '70018', 'signInDenied'],
    ['invalid_grant', '65001', 'consentRequired'],
    ['consent_required', '65001', 'consentRequired'],
    ['consent_required', '90094', 'adminConsentRequired'],
    ['access_denied', '90095', 'adminConsentRequired'],
    ['invalid_grant', '53003', 'signInBlocked'],
    ['interaction_required', '53000', 'signInBlocked'],
    ['access_denied', '530003', 'signInBlocked'],
    ['access_denied', '50105', 'signInBlocked'],
    ['access_denied', '530036', 'signInBlocked'],
    ['access_denied', '12345678', 'signInBlocked'],
    ['access_denied', '500021', 'signInBlocked'],
    ['invalid_grant', '500021', 'signInBlocked'],
    ['invalid_grant', '500022', 'signInBlocked'],
    ['invalid_grant', '1000031', 'signInBlocked'],
    ['access_denied', '50020', 'foreignAccount'],
    ['invalid_grant', '90072', 'foreignAccount'],
    ['invalid_grant', '50034', 'foreignAccount'],
    ['invalid_grant', '500200', 'personalAccount'],
    ['unauthorized_client', '700016', 'misconfigured'],
    ['invalid_client', '7000218', 'misconfigured'],
    ['invalid_request', '50011', 'misconfigured'],
    ['invalid_tenant', '90002', 'misconfigured'],
    ['invalid_request', '900023', 'misconfigured'],
    ['invalid_resource', '500011', 'misconfigured'],
    ['invalid_scope', null, 'misconfigured'],
    ['login_required', '50058', 'signInRequired'],
    ['interaction_required', '50076', 'signInRequired'],
    ['interaction_required', '50078', 'signInRequired'],
    ['interaction_required', '50079', 'signInRequired'],
    ['invalid_grant', '50173', 'signInRequired'],
    ['invalid_grant', '700082', 'signInRequired'],
    ['invalid_grant', '12345678', 'signInRequired'],
    ['temporarily_unavailable', null, 'unavailable'],
    ['server_error', '90033', 'unavailable'],
    ['invalid_grant', '50033', 'unavailable'],
    ['invalid_grant', '90090', 'unavailable'],
    ['expired_token', '70020', 'signInTimedOut'],
    ['something_new', null, 'unexpected'],
  ])('[S7] %s %s is %s', (error, number, kind) => {
    expect(refusalProblem(refusal(error, number), scopes).kind).toBe(kind);
  });

  it('[S7] consent is asked for what was wanted, also when only the suberror says so', () => {
    expect(refusalProblem(refusal('invalid_grant', null, 'consent_required'), scopes)).toEqual({
      kind: 'consentRequired',
      scopes,
    });
  });

  it('[S7] the number is found in a text, and only a whole one', () => {
    const texts = ['AADSTS53003: Access', 'x (AADSTS900941) y', 'AADSTS1', 'XAADSTS53003', ''];
    expect(texts.map(entraNumber)).toEqual(['53003', '900941', null, null, null]);
  });
});

describe('what MSAL’s failures mean', () => {
  it('[S7] what was on the wire comes before what MSAL says', () => {
    const error = new AuthError('endpoints_resolution_error', '');
    const problem = { kind: 'timedOut' } as const;
    expect(authProblem(error, { problem, refusal: null }, scopes)).toBe(problem);
    expect(authProblem(error, { problem: null, refusal: refusal('invalid_grant') }, scopes).kind).toBe(
      'signInRequired',
    );
  });

  it.each([
    ['tokens that are gone', new InteractionRequiredAuthError('no_tokens_found', ''), { kind: 'signInRequired' }],
    ['a network error', new AuthError('network_error', ''), { kind: 'offline' }],
    ['an expired device code', new AuthError('device_code_expired', ''), { kind: 'signInTimedOut' }],
    ['a foreign nonce', new AuthError('nonce_mismatch', ''), { kind: 'unexpected', trace: { code: 'nonce_mismatch' } }],
    ['a bug of MSAL’s', new TypeError('of MSAL’s'), { kind: 'unexpected', trace: { code: 'not_an_auth_error' } }],
  ] as const)('[S7] %s has a meaning of its own', (_title, error, problem) => {
    expect(authProblem(error, nothing, scopes)).toEqual(problem);
  });
});
