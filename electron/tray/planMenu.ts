import { toEpoch } from '#contract/instant.ts';
import { durations, type Plan, sequels } from '#contract/plan.ts';
import { shownPlan } from '#contract/shownPlan.ts';
import type { AppState } from '#contract/state.ts';
import { saySequel, type Words } from '#contract/words.ts';
import { actionItems } from './actionItems.ts';
import type { MenuItem } from './trayPort.ts';

/** How long choices last and what comes then, taking back, and keeping visible. Units: milliseconds since 1970. */
export function planItems(words: Words, state: AppState, now: number): readonly MenuItem[] {
  const plan = standingPlan(shownPlan(state), now);
  return [
    durationMenu(words, plan, now),
    ...sequelMenu(words, plan),
    ...actionItems(words, state, 'undo', 'stop-keeping-visible', 'keep-visible'),
  ];
}

/** A planned end that is over ends nothing any more. */
function standingPlan(plan: Plan, now: number): Plan {
  const isPast = typeof plan.lasts === 'object' && toEpoch(plan.lasts.until) <= now;
  return isPast ? { ...plan, lasts: 'untilChanged' } : plan;
}

/** An end that was planned as a date and a time has an item of its own, so that the radio group marks one. */
function durationMenu(words: Words, { lasts, sequel }: Plan, now: number): MenuItem {
  const offered = typeof lasts === 'object' ? [...durations, lasts] : durations;
  const items = offered.map((each): MenuItem => {
    const label =
      typeof each === 'object'
        ? words.say('until.until', { time: words.dayAndTime(each.until, now) })
        : words.say(`plan.lasts.${each}`);
    return { kind: 'radio', label, isChecked: each === lasts, command: ['setPlan', { lasts: each, sequel }] };
  });
  return { kind: 'submenu', label: words.say('plan.duration'), items };
}

/** What lasts until changed has nothing that comes then. */
function sequelMenu(words: Words, { lasts, sequel: current }: Plan): readonly MenuItem[] {
  if (lasts === 'untilChanged') return [];
  const items = sequels.map((sequel): MenuItem => {
    const isChecked = sequel === current;
    return { kind: 'radio', label: saySequel(words, sequel), isChecked, command: ['setPlan', { lasts, sequel }] };
  });
  return [{ kind: 'submenu', label: words.say('plan.then'), items }];
}
