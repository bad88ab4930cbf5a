import type { Problem } from '#contract/problem.ts';
import type { AppState, KnownPresence } from '#contract/state.ts';
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
  /** What was asked for and does not hold yet; never a pair that only goes along with out of office. */
  readonly pending: (Pair & { readonly status: string }) | null;
  /** The same of out of office: with the presence, else as a whole absence or its end. */
  readonly pendingOutOfOffice: { readonly isOutOfOffice: boolean; readonly status: string } | null;
  readonly outOfOffice: { readonly isOutOfOffice: boolean; readonly message: string | null } | null;
  readonly route: 'create' | 'actions';
  /** The kind of the problem that is shown now. */
  readonly problem: string | null;
  readonly isOnline: boolean;
  readonly isDemo: boolean;
}

/** Makes the report. `route` and `problem` are what the popup shows of them. */
export function statusOf(state: AppState, route: 'create' | 'actions', problem: Problem | null): StatusReport {
  const { session, presence } = state;
  const account = session.status === 'signedIn' ? session.account : null;
  return {
    version: 1,
    account: account === null ? null : { name: account.name, username: account.username },
    presence: presenceOf(state),
    chosen: state.chosen?.presence ?? null,
    pending: pendingOf(state),
    pendingOutOfOffice: pendingOutOfOfficeOf(state),
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

function pendingOf({ publication }: AppState): StatusReport['pending'] {
  if (publication.status === 'idle') return null;
  const { wish, status } = publication;
  if (wish.kind === 'automatic') return { availability: 'automatic', activity: null, status };
  return wish.isPairBorrowed === true ? null : { ...wish.presence, status };
}

function pendingOutOfOfficeOf({ publication, outOfOffice: { asking } }: AppState): StatusReport['pendingOutOfOffice'] {
  if (publication.status !== 'idle' && publication.wish.kind === 'presence') {
    const { outOfOfficeSettings } = publication.wish;
    if (outOfOfficeSettings !== null)
      return { isOutOfOffice: outOfOfficeSettings.isOutOfOffice, status: publication.status };
  }
  if (asking.status === 'idle') return null;
  const status = asking.status === 'sending' ? 'publishing' : asking.status;
  return { isOutOfOffice: asking.task.kind === 'save', status };
}
