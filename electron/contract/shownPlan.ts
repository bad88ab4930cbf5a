import { type Ending, openPlan, type Plan } from './plan.ts';
import type { AppState } from './state.ts';

/** How long what stands, or is asked for, lasts: the plan, unless it has an end of its own, as a preset's has. */
export function shownPlan({ plan, publication, chosen }: AppState): Plan {
  const isAsking = publication.status === 'publishing' || publication.status === 'waiting';
  const standing = isAsking ? publication.wish : chosen;
  if (standing === null || !('ending' in standing)) return plan;
  const { ending } = standing;
  if (standing.presetId === undefined && mayBeOf(plan, ending)) return plan;
  return ending === null ? openPlan : { lasts: { until: ending.at }, sequel: ending.sequel };
}

/** Whether a choice with this end may have been made by the plan. Undo and the command line bring ends of their own. */
function mayBeOf({ lasts }: Plan, ending: Ending | null): boolean {
  if (typeof lasts === 'object') return lasts.until === ending?.at;
  return (lasts === 'untilChanged') === (ending === null);
}
