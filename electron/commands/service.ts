import type { AppState } from '#contract/state.ts';
import type { Auth } from '../auth/auth.ts';
import type { GraphClient } from '../graph/client.ts';

/** A Microsoft 365 to talk to: the real one, or the built-in one of the demo. */
export interface Service {
  readonly auth: Auth;
  readonly graph: GraphClient;
  /** The app registration; also the id of our presence session. */
  readonly clientId: string;
  /** What an administrator approves, and where. Null where nobody needs to. */
  readonly adminConsent: AdminConsent | null;
}

interface AdminConsent {
  readonly url: string;
  readonly scopes: readonly string[];
  /** Those that are asked for only where somebody wants something of their mailbox. */
  readonly mailboxScopes: readonly string[];
}

/** The service that the state says is in use. Built when first asked for, because the sign-in library is large. */
export type ServiceFor = (state: AppState) => Promise<Service>;
