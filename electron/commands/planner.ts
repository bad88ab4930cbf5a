import { type Ending, openPlan, type Plan } from '#contract/plan.ts';
import type { Clock } from '../ports.ts';
import { endOf } from '../schedule/endOf.ts';
import type { Place } from '../schedule/place.ts';
import { planMade } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';

/** Turns what is planned into an end. */
export interface Planner {
  /** When a choice made now ends by the plan; null where it lasts until changed. */
  endingNow(): Ending | null;
  /** The same for another plan; `past` where its end is over already. */
  endOf(plan: Plan): Ending | 'past' | null;
}

/** Makes the planner. `place` is asked each time, because a computer travels. */
export function createPlanner(store: Store, clock: Clock, place: () => Place): Planner {
  function endOfPlan(plan: Plan): Ending | 'past' | null {
    const { timeZone, firstDayOfWeek } = place();
    return endOf(plan, clock.now(), timeZone, firstDayOfWeek);
  }
  return {
    endOf: endOfPlan,
    endingNow() {
      const ending = endOfPlan(store.get().plan);
      if (ending !== 'past') return ending;
      // An end that stood for an earlier choice is not meant for this one.
      store.apply(planMade, openPlan);
      return null;
    },
  };
}
