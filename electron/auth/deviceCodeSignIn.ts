import { AuthError, type DeviceCodeRequest } from '@azure/msal-node';
import { toInstant } from '#contract/instant.ts';
import type { DeviceCode } from '#contract/session.ts';
import { orCancelled, type SignInAttempt, type SignInOutcome } from './signInAttempt.ts';

export interface DeviceCodeSignIn extends SignInAttempt {
  onDeviceCode(code: DeviceCode): void;
}

/**
 * Signs a person in on another device, where they type a code.
 *
 * Problems: signInTimedOut when the code has expired, those of a refusal, of the network, and of `accept`.
 * Source: RFC 8628, https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export async function signInWithDeviceCode(attempt: DeviceCodeSignIn): Promise<SignInOutcome> {
  const { application, scopes, claims, clock, signal, onDeviceCode, accept } = attempt;
  const request: DeviceCodeRequest = {
    scopes: [...scopes],
    ...(claims === null ? {} : { claims }),
    deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) => {
      // MSAL hands a refusal on as a code without fields, and would go on polling for it.
      if (typeof userCode !== 'string') throw new AuthError('device_code_refused', '');
      onDeviceCode({ userCode, verificationUri, expiresAt: toInstant(clock.now() + expiresIn * 1_000) });
    },
  };
  // MSAL looks at this very object before each poll.
  signal.addEventListener('abort', () => Object.assign(request, { cancel: true }), { once: true });

  async function poll(): Promise<SignInOutcome> {
    const result = await application.attempt((msal) => msal.acquireTokenByDeviceCode(request));
    if (!result.ok) return { status: 'failed', problem: result.problem };
    return result.value === null ? { status: 'cancelled' } : accept(result.value);
  }
  return orCancelled(poll(), signal);
}
