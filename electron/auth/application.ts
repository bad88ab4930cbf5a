import { type AccountInfo, AuthError, LogLevel, PublicClientApplication } from '@azure/msal-node';
import type { Outcome } from '#contract/problem.ts';
import type { TokenStore } from '../ports.ts';
import { authProblem } from './authProblem.ts';
import { createEntraNetwork, type EntraNetworkOptions } from './network.ts';
import { createTokenCache } from './tokenCache.ts';

export interface ApplicationOptions extends EntraNetworkOptions {
  readonly clientId: string;
  /** As `https://login.microsoftonline.com/organizations`. */
  readonly authority: string;
  /** Endpoints as JSON text, so that no discovery takes place: the demo's. */
  readonly authorityMetadata?: string;
  /** Full, as `https://graph.microsoft.com/Presence.Read`; MSAL adds those of OpenID. */
  readonly scopes: readonly string[];
  readonly tokenStore: TokenStore;
}

/**
 * MSAL with a network and a cache of its own. One sign-in gets one of these: tokens reach the store when the sign-in
 * is accepted, and a retired one can never write again, however late its answers come.
 */
export interface Application {
  /** Calls MSAL; what goes wrong comes back as a problem. One call at a time. */
  attempt<T>(call: (msal: PublicClientApplication) => Promise<T>): Promise<Outcome<T>>;
  /** What the refused call before wants the next sign-in to ask for, as JSON text. */
  demandedClaims(): string | null;
  /** Takes over what an earlier run kept; null when there is nobody in it. */
  restore(text: string): Promise<AccountInfo | null>;
  /** Writes the tokens to the store, now and after each change. */
  keep(): Promise<'keyring' | 'memory'>;
  /** Resolves when a service that left us waiting answers again; never, when none does, or it is given up. */
  signOfLife(signal: AbortSignal): Promise<void>;
  /** From now on every call ends in signInRequired, also those under way. */
  retire(): void;
}

/** Source: the instance metadata that MSAL has built in; any other host would be looked up at Microsoft first. */
const microsoftHosts: readonly string[] = [
  'login.microsoftonline.com',
  'login.microsoft.com',
  'login.windows.net',
  'login.microsoftonline.us',
  'login.usgovcloudapi.net',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
];

/** What a call comes to whose session is over. */
const retired = { ok: false, problem: { kind: 'signInRequired' } } as const;

/** Makes the sign-in library for one session. An unknown authority host is taken for an Entra ID of its own. */
export function createApplication(options: ApplicationOptions): Application {
  const network = createEntraNetwork(options);
  const cache = createTokenCache(options.tokenStore);
  let isRetired = false;
  const msal = new PublicClientApplication({
    auth: {
      clientId: options.clientId,
      authority: options.authority,
      knownAuthorities: knownAuthorities(options.authority),
      clientCapabilities: ['CP1'],
      ...(options.authorityMetadata === undefined ? {} : { authorityMetadata: options.authorityMetadata }),
    },
    cache: { cachePlugin: cache.plugin },
    system: {
      networkClient: network.module,
      // MSAL's lines quote Entra's messages, which name people. We log what happened ourselves.
      loggerOptions: { logLevel: LogLevel.Error, piiLoggingEnabled: false, loggerCallback: () => {} },
    },
  });

  function tooLate(): typeof retired {
    options.log.info('auth.tooLate');
    return retired;
  }

  return {
    attempt: async (call) => {
      network.forget();
      try {
        const value = await call(msal);
        return isRetired ? tooLate() : { ok: true, value };
      } catch (cause) {
        if (isRetired) return tooLate();
        const last = network.lastExchange();
        if (!(cause instanceof AuthError) && last.problem === null) options.log.error('auth.unexpected', cause);
        return { ok: false, problem: authProblem(cause, last, options.scopes) };
      }
    },
    demandedClaims: () => network.lastExchange().refusal?.claims ?? null,
    restore: async (text) => {
      try {
        cache.adopt(text);
        const accounts = await msal.getAllAccounts();
        return accounts.find(({ idTokenClaims }) => idTokenClaims !== undefined) ?? accounts[0] ?? null;
      } catch (cause) {
        // Only the name: a syntax error quotes the text, which is made of tokens.
        options.log.warn('auth.cacheNotUnderstood', { cause: cause instanceof Error ? cause.name : typeof cause });
        return null;
      }
    },
    keep: cache.keep,
    signOfLife: network.signOfLife,
    retire: () => {
      isRetired = true;
      network.close();
      cache.drop();
    },
  };
}

function knownAuthorities(authority: string): string[] {
  const host = /^https?:\/\/([^/?#]+)/i.exec(authority)?.[1]?.toLowerCase();
  return host === undefined || microsoftHosts.includes(host) ? [] : [host];
}
