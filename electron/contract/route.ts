import { type Instant, toEpoch } from './instant.ts';
import { isPlain, type Presence } from './presence.ts';
import type { Trace } from './problem.ts';

/** The two ways in which a presence is written: the create operation, and the documented actions. */
export type Route = 'create' | 'actions';

/** Which ways the user allows; in `config.json` as `route`. */
export const routeSettings = ['automatic', 'createOnly', 'actionsOnly'] as const;
export type RouteSetting = (typeof routeSettings)[number];

/** That an organisation does not offer the create operation, or has one that does nothing; how we know. Kept for days. */
export interface Verdict {
  readonly decidedAt: Instant;
  readonly trace: Trace;
}

/** One write to Microsoft and what came of it, for the page that explains what is shown. */
export interface Write {
  readonly at: Instant;
  /** What was asked, in the words of the operation: `create`, `setUserPreferredPresence`, … */
  readonly operation: string;
  /** What was asked for, as `Busy/InACall`; empty where nothing was named. */
  readonly asked: string;
  /** `accepted`, or the kind of the problem. */
  readonly outcome: string;
  readonly trace: Trace;
}

/** Units: milliseconds. A tenant may be given the operation one day. */
const verdictLife = 7 * 86_400_000;

/** The route that a wish takes first. Units: `now` is milliseconds since 1970. */
export function routeFor(setting: RouteSetting, verdict: Verdict | null, now: number): Route {
  if (setting !== 'automatic') return setting === 'createOnly' ? 'create' : 'actions';
  return verdict !== null && isStanding(verdict, now) ? 'actions' : 'create';
}

/** Whether choices are sent by the documented actions, of which Microsoft 365 itself ends what they set. Units: as for `routeFor`. */
export function isByActions({ settings, verdict }: RouteFacts, now: number): boolean {
  return routeFor(settings.route, verdict, now) === 'actions';
}

/** The same of the choice that stands, which stays as it was set when the next one goes another way. */
export function isChosenByActions(state: RouteFacts & ChoiceFacts, now: number): boolean {
  const { chosen, settings } = state;
  return (chosen?.isByActions === true && settings.route !== 'createOnly') || isByActions(state, now);
}

/** Whether that choice is our own presence session, as one must be that cannot be a preferred presence. */
export function isOwnSession(state: RouteFacts & ChoiceFacts, now: number): boolean {
  return state.chosen !== null && !isPlain(state.chosen.presence) && isChosenByActions(state, now);
}

interface ChoiceFacts {
  readonly chosen: { readonly presence: Presence; readonly isByActions?: true } | null;
}

/** The part of the state that decides. */
interface RouteFacts {
  readonly settings: { readonly route: RouteSetting };
  readonly verdict: Verdict | null;
}

/** Whether the operation was accepted there and nobody saw what it did, rather than refused. */
export function isWithoutEffect({ trace: { status = 0 } }: Verdict): boolean {
  return status >= 200 && status < 300;
}

/** Whether a verdict still counts. One from the future does not for long either: the clock was wrong once. */
export function isStanding(verdict: Verdict, now: number): boolean {
  return Math.abs(now - toEpoch(verdict.decidedAt)) < verdictLife;
}
