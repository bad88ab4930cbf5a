import type { AccountInfo, AuthenticationResult } from '@azure/msal-node';
import type { Outcome } from '#contract/problem.ts';
import type { Account, SignInMethod } from '#contract/session.ts';
import type { Words } from '#contract/words.ts';
import type { OpenBrowser } from '../ports.ts';
import { accountOf, admit, nobody, type RestoredSession } from './account.ts';
import { type Application, type ApplicationOptions, createApplication } from './application.ts';
import { signInWithBrowser } from './browserSignIn.ts';
import { signInWithDeviceCode } from './deviceCodeSignIn.ts';
import { redirectPage } from './redirectPage.ts';
import { cancelled, failed, type SignInAttempt, type SignInOptions, type SignInOutcome } from './signInAttempt.ts';
import { createSignInTurn, type SignInUnderWay } from './signInTurn.ts';
import { createTokenSource, type TokenReason, type TokenSource } from './tokenSource.ts';

export interface AuthOptions extends ApplicationOptions {
  readonly openBrowser: OpenBrowser;
  readonly say: Words['say'];
  /** What automatic replies and Outlook's working hours need. Asked for only when somebody wants either. */
  readonly mailboxScopes: readonly string[];
  readonly signInTimeoutMilliseconds?: number;
}

/** Who the user is. The only way to a token, and the only part that ever holds one for long. */
export interface Auth {
  /** Tries again to keep what is only in memory where a restart finds it; tells where it is now. */
  keep(): Promise<'keyring' | 'memory'>;
  /** Looks who is signed in, by the store alone. */
  restore(): Promise<RestoredSession>;
  /**
   * Signs in; a call for what is under way joins it, one for something else takes its place.
   *
   * Shape: `account` is whom to propose, and who was signed in before.
   */
  signIn(method: SignInMethod, options: SignInOptions): Promise<SignInOutcome>;
  /** Opens the page of the sign-in under way once more. */
  reopenSignIn(): Promise<void>;
  /** The address of that page; null when none is under way. */
  signInLink(): string | null;
  cancelSignIn(): void;
  /** Whose tokens are given out now, by their `homeAccountId`; null where nobody is signed in. */
  owner(): string | null;
  /** A token for Graph, without ever asking the person. Problems: all of `authProblem`. */
  getToken(why?: TokenReason): Promise<Outcome<string>>;
  /** Resolves when a token service that left us waiting answers again; never, when none does, or it is given up. */
  signOfLife(signal: AbortSignal): Promise<void>;
  /** Forgets the account and its tokens, also those still on their way. False where the disk keeps them all the same. */
  signOut(): Promise<boolean>;
}

interface Session {
  readonly application: Application;
  readonly account: Account;
  readonly tokens: TokenSource;
  readonly keptBy: 'keyring' | 'memory';
}

const noSession = { ok: false, problem: { kind: 'signInRequired' } } as const;

/** Makes the sign-in. Does nothing until asked; MSAL is built with the first session. */
export function createAuth(options: AuthOptions): Auth {
  const { tokenStore, openBrowser, clock, log, scopes, mailboxScopes, say } = options;
  let session: Session | null = null;
  /** Counts replacements of the session, sign-outs included. */
  let replaced = 0;
  const turn = createSignInTurn(attemptSignIn, log);
  let demanded: { readonly homeAccountId: string; readonly claims: string } | null = null;

  function open(application: Application, info: AccountInfo, account: Account): Session {
    const onClaimsDemanded = (claims: string) => {
      demanded = { homeAccountId: account.homeAccountId, claims };
    };
    const tokens = createTokenSource({ application, account: info, scopes, mailboxScopes, onClaimsDemanded });
    return { application, account, tokens, keptBy: 'keyring' };
  }

  function replaceSession(next: Session | null): void {
    session?.application.retire();
    session = next;
    replaced += 1;
    demanded = null;
  }

  async function restore(): Promise<RestoredSession> {
    if (session !== null) return { account: session.account, keptBy: session.keptBy, loss: null };
    const before = replaced;
    const { text, loss } = await tokenStore.load();
    const application = text === '' ? null : createApplication(options);
    const info = (await application?.restore(text)) ?? null;
    // Whoever signed in or out while the store was read has the last word.
    if (replaced !== before) return session === null ? nobody : restore();
    if (application === null) return { ...nobody, loss };
    const account = info === null ? null : accountOf(info);
    if (info === null || account === null) return { ...nobody, loss: 'unreadable' };
    replaceSession(open(application, info, account));
    return { account, keptBy: 'keyring', loss };
  }

  async function accept(
    { application, scopes: asked, signal }: Pick<SignInAttempt, 'application' | 'scopes' | 'signal'>,
    result: AuthenticationResult,
    only: Account | null,
  ): Promise<SignInOutcome> {
    const admitted = admit(result, asked, only);
    if (!admitted.ok) return failed(admitted.problem);
    const { info, account } = admitted.value;
    // A sign-in that was given up may still come to its end, even while the next one is under way.
    if (!turn.finish(signal)) return cancelled;
    const accepted = open(application, info, account);
    replaceSession(accepted);
    const keptBy = await application.keep();
    // Somebody may have signed out while the tokens were being written.
    if (session !== accepted) return cancelled;
    session = { ...accepted, keptBy };
    return { status: 'signedIn', account, keptBy } as const;
  }

  async function attemptSignIn(own: SignInUnderWay) {
    const application = createApplication(options);
    const outcome = await converse(application, own);
    if (outcome.status !== 'signedIn') application.retire();
    return outcome;
  }

  function converse(application: Application, own: SignInUnderWay) {
    const { account, isForMailbox = false, onDeviceCode } = own.wanted;
    const { signal } = own.abort;
    const what = { application, scopes: isForMailbox ? [...scopes, ...mailboxScopes] : scopes, signal };
    const attempt: SignInAttempt = {
      ...{ ...what, clock },
      claims: demanded !== null && demanded.homeAccountId === account?.homeAccountId ? demanded.claims : null,
      accept: (result) => accept(what, result, isForMailbox ? account : null),
    };
    if (own.method === 'deviceCode') return signInWithDeviceCode({ ...attempt, onDeviceCode });
    return signInWithBrowser({
      ...{ ...attempt, account, log, openBrowser },
      timeLimitMilliseconds: options.signInTimeoutMilliseconds ?? 300_000,
      onLink: (url) => {
        own.link = url;
      },
      page: (isSignedIn) => redirectPage(say, isSignedIn),
    });
  }

  /** A sign-in may take the place of the session while a token is on its way; then the new one has it. */
  async function getToken(why?: TokenReason): Promise<Outcome<string>> {
    const asked = session;
    const outcome = (await asked?.tokens(why)) ?? noSession;
    const isReplaced = session !== null && session.tokens !== asked?.tokens;
    const isSame = session?.account.homeAccountId === asked?.account.homeAccountId;
    return !outcome.ok && isReplaced && isSame ? getToken(why) : outcome;
  }

  async function keep(): Promise<'keyring' | 'memory'> {
    const kept = session;
    if (kept === null) return 'memory';
    const keptBy = await kept.application.keep();
    if (session === kept) session = { ...kept, keptBy };
    return keptBy;
  }

  return {
    restore,
    keep,
    signIn: turn.begin,
    reopenSignIn: async () => {
      const link = turn.link();
      if (link === null) return;
      await openBrowser(link).catch(() => log.warn('auth.browserNotReopened'));
    },
    signInLink: turn.link,
    cancelSignIn: turn.cancel,
    owner: () => session?.account.homeAccountId ?? null,
    getToken,
    signOfLife: (signal) => session?.application.signOfLife(signal) ?? new Promise(() => {}),
    signOut: async () => {
      turn.cancel();
      replaceSession(null);
      return tokenStore.wipe();
    },
  };
}
