import { canRestore } from '#contract/actions.ts';
import type { FollowUp } from '#contract/followUp.ts';
import type { Plan } from '#contract/plan.ts';
import { findPreset } from '#contract/preset.ts';
import { shownPlan } from '#contract/shownPlan.ts';
import type { AppState, Wish } from '#contract/state.ts';
import { openPresenceWish } from '#contract/wishChange.ts';
import { planMade } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import type { FollowUps } from './followUps.ts';
import type { Planner } from './planner.ts';
import type { Publisher } from './publish.ts';

/** Makes the command that plans how long choices last. A choice that stands, or is on its way, gets its new end. */
export function createSetPlan(store: Store, { publish }: Publisher, planner: Planner, followUps: FollowUps) {
  return async (plan: Plan): Promise<void> => {
    const planned = planner.endOf(plan);
    if (planned === 'past') return;
    const before = store.get();
    store.apply(planMade, plan);
    // A reset on its way is not taken back by a plan for the next choice.
    if (
      'wish' in before.publication &&
      before.publication.wish.kind === 'automatic' &&
      before.publication.status !== 'notVisible'
    )
      return;
    const open = openPresenceWish(before);
    if (open?.isPairBorrowed === true) return;
    const base = open ?? before.chosen;
    if (base === null) return;
    // Another sequel leaves the end where it is.
    const isSameEnd = JSON.stringify(plan.lasts) === JSON.stringify(shownPlan(before).lasts) && base.ending !== null;
    const ending = isSameEnd && base.ending !== null ? { ...base.ending, sequel: plan.sequel } : planned;
    const outOfOfficeSettings = open?.outOfOfficeSettings ?? null;
    // A preset's choice stays the preset's, which shows as set and can be restored; a rule's becomes the user's own.
    const { presence, presetId } = base;
    const origin = presetId === undefined ? {} : { presetId };
    const wish: Wish = { kind: 'presence', presence, outOfOfficeSettings, ending, ...origin };
    const message = open === null ? presetMessage(before) : null;
    if (message === null) await publish(wish);
    else await followUps.ask({ wish, isGivenBack: false, ...message });
  };
}

/** The message of the preset that stands, which ends when its choice does: so it gets the new end, too. */
function presetMessage(state: AppState): Pick<FollowUp, 'preset' | 'statusMessage'> | null {
  const { previous, followUp, statusMessage, settings } = state;
  const text = statusMessage.seen?.text ?? '';
  if (!canRestore(state) || followUp !== null || text === '' || text !== previous?.replacedBy) return null;
  return { preset: findPreset(settings.presets, previous.presetId)?.name ?? null, statusMessage: { text } };
}
