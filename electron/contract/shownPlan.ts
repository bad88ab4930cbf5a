import { type Instant, toEpoch } from './instant.ts';
import { type Ending, lengths, openPlan, type Plan } from './plan.ts';
import type { AppState } from './state.ts';

/** How long after a choice was made it may be accepted and still counts as made then. Units: milliseconds. */
const slowestAnswer = 60_000;

/** How long what stands, or is asked for, lasts: the plan, unless it has an end of its own, as a preset's has. */
export function shownPlan({ plan, publication, chosen }: AppState): Plan {
  const isAsking = publication.status === 'publishing' || publication.status === 'waiting';
  const standing = isAsking ? publication.wish : chosen;
  if (standing === null || !('ending' in standing)) return plan;
  const { ending } = standing;
  const at = 'at' in standing ? standing.at : null;
  if (standing.presetId === undefined && mayBeOf(plan, ending, at)) return plan;
  return ending === null ? openPlan : { lasts: { until: ending.at }, sequel: ending.sequel };
}

/**
 * Whether a choice with this end may have been made by the plan. Undo and the command line bring ends of their own; where
 * that is not sure, the end itself is shown, which is true of both. `at` is null for what is not accepted yet.
 */
function mayBeOf({ lasts, sequel }: Plan, ending: Ending | null, at: Instant | null): boolean {
  if (ending === null) return lasts === 'untilChanged';
  if (lasts === 'untilChanged' || ending.sequel !== sequel) return false;
  if (typeof lasts === 'object') return lasts.until === ending.at;
  if (at === null || lasts === 'today' || lasts === 'thisWeek') return true;
  return Math.abs(toEpoch(at) + lengths[lasts] - toEpoch(ending.at)) <= slowestAnswer;
}
