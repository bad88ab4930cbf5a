import type { Plan } from '#contract/plan.ts';
import { planMade } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import { openWish } from './openWish.ts';
import type { Planner } from './planner.ts';
import type { Publisher } from './publish.ts';

/** Makes the command that plans how long choices last. A choice that stands, or is on its way, gets its new end. */
export function createSetPlan(store: Store, { publish }: Publisher, planner: Planner) {
  return async (plan: Plan): Promise<void> => {
    const ending = planner.endOf(plan);
    if (ending === 'past') return;
    store.apply(planMade, plan);
    const state = store.get();
    const open = openWish(state);
    const presence = open?.presence ?? state.chosen?.presence;
    if (presence === undefined) return;
    await publish({ kind: 'presence', presence, outOfOfficeSettings: open?.outOfOfficeSettings ?? null, ending });
  };
}
