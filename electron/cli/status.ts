import type { Problem } from '#contract/problem.ts';
import type { AppState, KnownPresence, Wish } from '#contract/state.ts';
import { sequelKey } from './options.ts';

interface Pair {
  readonly availability: string;
  readonly activity: string | null;
}

/**
 * What `--status --json` prints. Scripts rely on it: keys are added and never change their meaning, and a change that
 * breaks this raises `version`.
 *
 * Shape: times as ISO 8601 in UTC. `presence` is what others see; `until` and `then` belong to the choice that stands.
 */
export interface StatusReport {
  readonly version: 1;
  readonly account: { readonly name: string; readonly username: string } | null;
  readonly presence: {
    readonly availability: string;
    readonly activity: string;
    /** `accepted`: the service took it; `seen`: it was read back; `outdated`: that was half an hour ago or more. */
    readonly evidence: KnownPresence['evidence'];
    readonly at: string;
    readonly until: string | null;
    readonly then: string | null;
    /** `you`, the rule that set it, or `microsoft365`. */
    readonly source: string;
  } | null;
  /** What stands of what was chosen here, which a call or a meeting may hide. */
  readonly chosen: Pair | null;
  /** What was asked for and does not hold yet. */
  readonly pending: (Pair & { readonly status: string }) | null;
  readonly outOfOffice: { readonly isOutOfOffice: boolean; readonly message: string | null } | null;
  readonly route: 'create' | 'actions';
  /** The kind of the problem that is shown now. */
  readonly problem: string | null;
  readonly isOnline: boolean;
  readonly isDemo: boolean;
}

/** Makes the report. `route` and `problem` are what the popup shows of them. */
export function statusOf(state: AppState, route: 'create' | 'actions', problem: Problem | null): StatusReport {
  const { session, presence, publication } = state;
  const account = session.status === 'signedIn' ? session.account : null;
  return {
    version: 1,
    account: account === null ? null : { name: account.name, username: account.username },
    presence: presenceOf(state),
    chosen: state.chosen?.presence ?? null,
    pending: 'wish' in publication ? { ...pairOf(publication.wish), status: publication.status } : null,
    outOfOffice: presence === null ? null : presence.value.outOfOfficeSettings,
    route,
    problem: problem?.kind ?? null,
    isOnline: state.isOnline,
    isDemo: state.isDemo,
  };
}

function presenceOf({ presence, chosen }: AppState): StatusReport['presence'] {
  if (presence === null) return null;
  const { availability, activity } = presence.value;
  return {
    availability,
    activity,
    evidence: presence.evidence,
    at: presence.at,
    until: chosen?.ending?.at ?? null,
    [sequelKey]: chosen?.ending?.sequel ?? null,
    source: chosen === null ? 'microsoft365' : (chosen.rule ?? 'you'),
  };
}

function pairOf(wish: Wish): Pair {
  return wish.kind === 'presence' ? wish.presence : { availability: 'automatic', activity: null };
}
