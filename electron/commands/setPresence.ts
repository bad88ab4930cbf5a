import type { Plan } from '#contract/plan.ts';
import type { Presence } from '#contract/presence.ts';
import { openPresenceWish } from '#contract/wishChange.ts';
import type { Store } from '../state/store.ts';
import type { Planner } from './planner.ts';
import type { Publisher } from './publish.ts';

/** Makes the command that sets availability and activity, for as long as planned. Out of office goes along as it is. */
export function createSetPresence(store: Store, { publish }: Publisher, { endingNow }: Planner) {
  return (presence: Presence): Promise<void> => {
    const outOfOfficeSettings = openPresenceWish(store.get())?.outOfOfficeSettings ?? null;
    return publish({ kind: 'presence', presence, outOfOfficeSettings, ending: endingNow() });
  };
}

/** Makes the same command with an end of its own, which leaves the plan for other choices as it is. One that is over is none. */
export function createChoosePresence(store: Store, { publish }: Publisher, { endOf }: Planner) {
  return async ({ presence, lasts, sequel }: Plan & { readonly presence: Presence }): Promise<void> => {
    const ending = endOf({ lasts, sequel });
    if (ending === 'past') return;
    const outOfOfficeSettings = openPresenceWish(store.get())?.outOfOfficeSettings ?? null;
    await publish({ kind: 'presence', presence, outOfOfficeSettings, ending });
  };
}
