import type { Instant } from './instant.ts';
import type { Problem } from './problem.ts';

/**
 * Who is signed in. Has no token and no MSAL object, so that it may cross to the renderer.
 *
 * Shape: `id` is the directory object id in `tenantId`, which is also the id of the person's presence;
 * `homeAccountId` is MSAL's key. Source: https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
export interface Account {
  readonly homeAccountId: string;
  readonly id: string;
  readonly tenantId: string;
  readonly username: string;
  readonly name: string;
}

/** How a person signs in: in the system browser, or with a code typed on another device. */
export type SignInMethod = 'browser' | 'deviceCode';

/** What a person needs to finish a device-code sign-in. */
export interface DeviceCode {
  readonly userCode: string;
  readonly verificationUri: string;
  readonly expiresAt: Instant;
}

/**
 * Our sign-in. `account` beside signedOut or signingIn is who was signed in before: the session ended by itself.
 * `isLocked` says that somebody may be signed in, behind a keyring that is not open yet or in a file that is out of reach.
 *
 *              signIn                 answer
 *  signedOut ──────────► signingIn ───────────► signedIn
 *   ▲  ▲  ▲                  │                    │  │
 *   │  │  └──────────────────┘                    │  │
 *   │  │   cancelled, refused, timed out          │  │
 *   │  └──────────────────────────────────────────┘  │
 *   │           signOut                              │
 *   └────────────────────────────────────────────────┘
 *               the service wants a new sign-in
 *
 *  starting ──► signedIn | signedOut    (once, when the token cache has been read)
 */
export type Session =
  | { readonly status: 'starting' }
  | {
      readonly status: 'signedOut';
      readonly account: Account | null;
      readonly problem: Problem | null;
      readonly isLocked?: true;
    }
  | {
      readonly status: 'signingIn';
      readonly account: Account | null;
      readonly method: 'browser';
      readonly isLocked?: true;
    }
  | {
      readonly status: 'signingIn';
      readonly account: Account | null;
      readonly method: 'deviceCode';
      readonly code: DeviceCode | null;
      readonly isLocked?: true;
    }
  | { readonly status: 'signedIn'; readonly account: Account; readonly keptBy: 'keyring' | 'memory' };

/** Whose session it is, or was until it ended by itself; null where nobody is known. */
export function accountOf(session: Session): Account | null {
  return session.status === 'starting' ? null : session.account;
}

/** Whether that is still whose session it is, signed in or about to be again: else nothing of theirs may go on. */
export function isOf(session: Session, account: Account): boolean {
  return accountOf(session)?.homeAccountId === account.homeAccountId;
}

/** Whether that person is signed in. */
export function isSignedIn(session: Session, account: Account): boolean {
  return session.status === 'signedIn' && isOf(session, account);
}
