import { randomBytes } from 'node:crypto';
import { type AuthorizationUrlRequest, CryptoProvider } from '@azure/msal-node';
import type { Account } from '#contract/session.ts';
import type { Log, OpenBrowser } from '../ports.ts';
import { refusalProblem } from './entraRefusal.ts';
import { listenForRedirect, type RedirectListener } from './redirectListener.ts';
import type { RedirectAnswer } from './redirectRequest.ts';
import { cancelled, orCancelled, type SignInAttempt, type SignInOutcome } from './signInAttempt.ts';

export interface BrowserSignIn extends SignInAttempt {
  /** Whom the page is to propose; with null the person chooses. */
  readonly account: Account | null;
  readonly log: Log;
  readonly openBrowser: OpenBrowser;
  readonly timeLimitMilliseconds: number;
  /** Told once, so that the page can be opened again. Carries the state: not for a log. */
  onLink(link: string): void;
  /** The page with which the browser is left. */
  page(isSignedIn: boolean): string;
}

type Secrets = Readonly<Record<'state' | 'nonce' | 'verifier' | 'challenge', string>>;

/**
 * Signs a person in through the system browser: authorization code with PKCE, state and nonce, answered as a form
 * post to this computer.
 *
 * Shape: MSAL's own interactive call has no time limit, no cancel and no nonce, and says success before it is one.
 * Problems: signInTimedOut, browserNotOpened, those of a refusal, of the network, and of `accept`.
 * Source: RFC 8252, https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export async function signInWithBrowser(attempt: BrowserSignIn): Promise<SignInOutcome> {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const secrets = { verifier, challenge, state: random(), nonce: random() };
  const listener = await listenForRedirect({ state: secrets.state, log: attempt.log });
  let outcome: SignInOutcome = cancelled;
  try {
    outcome = await orCancelled(converse(attempt, listener, secrets), attempt.signal);
  } finally {
    listener.close(attempt.page(outcome.status === 'signedIn'));
  }
  return outcome;
}

function random(): string {
  return randomBytes(32).toString('base64url');
}

async function converse(attempt: BrowserSignIn, listener: RedirectListener, secrets: Secrets): Promise<SignInOutcome> {
  const link = await attempt.application.attempt((msal) => msal.getAuthCodeUrl(urlRequest(attempt, listener, secrets)));
  if (!link.ok) return { status: 'failed', problem: link.problem };
  if (attempt.signal.aborted) return cancelled;
  attempt.onLink(link.value);
  const answer = await answerOrFailure(attempt, listener, link.value);
  if ('status' in answer) return answer;
  if ('refusal' in answer) return { status: 'failed', problem: refusalProblem(answer.refusal, attempt.scopes) };
  return redeem(attempt, listener, secrets, answer);
}

function urlRequest(attempt: BrowserSignIn, listener: RedirectListener, secrets: Secrets): AuthorizationUrlRequest {
  const { account, claims } = attempt;
  // With a hint, asking for a choice of accounts as well makes Entra ID refuse the request.
  const who =
    account === null || account.username === '' ? { prompt: 'select_account' } : { loginHint: account.username };
  return {
    scopes: [...attempt.scopes],
    redirectUri: listener.redirectUri,
    responseMode: 'form_post',
    state: secrets.state,
    nonce: secrets.nonce,
    codeChallenge: secrets.challenge,
    codeChallengeMethod: 'S256',
    ...who,
    ...(claims === null ? {} : { claims }),
  };
}

/** Waits for the browser's answer, no longer than the time limit, and only if a browser could be opened. */
async function answerOrFailure(
  { clock, log, openBrowser, timeLimitMilliseconds, signal }: BrowserSignIn,
  listener: RedirectListener,
  link: string,
): Promise<RedirectAnswer | SignInOutcome> {
  const answered = new AbortController();
  const stopWaiting = () => answered.abort();
  signal.addEventListener('abort', stopWaiting, { once: true });
  const expiry = clock.wait(timeLimitMilliseconds, answered.signal).then(
    (): SignInOutcome => ({ status: 'failed', problem: { kind: 'signInTimedOut' } }),
    () => cancelled,
  );
  const opening = new Promise<SignInOutcome>((resolve) => {
    openBrowser(link).catch((cause: unknown) => {
      log.warn('auth.browserNotOpened', { cause: cause instanceof Error ? cause.name : typeof cause });
      resolve({ status: 'failed', problem: { kind: 'browserNotOpened' } });
    });
  });
  const first = await Promise.race([listener.answer, opening, expiry]);
  signal.removeEventListener('abort', stopWaiting);
  stopWaiting();
  return first;
}

async function redeem(
  { application, scopes, claims, accept }: BrowserSignIn,
  listener: RedirectListener,
  { verifier, nonce }: Secrets,
  { code, clientInfo }: Extract<RedirectAnswer, { code: string }>,
): Promise<SignInOutcome> {
  const result = await application.attempt((msal) =>
    msal.acquireTokenByCode({
      scopes: [...scopes],
      redirectUri: listener.redirectUri,
      code,
      codeVerifier: verifier,
      nonce,
      ...(clientInfo === null ? {} : { clientInfo }),
      ...(claims === null ? {} : { claims }),
    }),
  );
  return result.ok ? accept(result.value) : { status: 'failed', problem: result.problem };
}
