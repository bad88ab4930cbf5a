import { openPlan, type Plan } from './plan.ts';
import type { AppState } from './state.ts';

/** How long what stands, or is asked for, lasts: the plan, unless a preset brought an end of its own. */
export function shownPlan({ plan, publication, chosen }: AppState): Plan {
  const isAsking = publication.status === 'publishing' || publication.status === 'waiting';
  const standing = isAsking ? publication.wish : chosen;
  if (standing === null || !('ending' in standing) || standing.presetId === undefined) return plan;
  const { ending } = standing;
  return ending === null ? openPlan : { lasts: { until: ending.at }, sequel: ending.sequel };
}
