import type { PlanFault } from '#contract/outOfOfficePlan.ts';
import type { AbsenceTask } from '#contract/outOfOfficeState.ts';
import { isRefusal, type Problem } from '#contract/problem.ts';

/** Why an absence was not saved, or not ended. */
export type Trouble = Problem | { readonly kind: PlanFault };

/**
 * Whether asking again makes sense, since it may go by itself. An end by the clock, which nobody is there to repeat,
 * waits for all that is no refusal.
 */
export function isPassing(trouble: Trouble, task: AbsenceTask): trouble is Problem {
  const isUnattended = task.kind === 'end' && !task.isEarly;
  return isUnattended ? !isRefusal(trouble) : passing.includes(trouble.kind);
}

const passing: readonly Trouble['kind'][] = ['offline', 'timedOut', 'unavailable', 'throttled', 'intercepted'];
