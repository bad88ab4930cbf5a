import { canRestore } from '#contract/actions.ts';
import { toEpoch, toInstant } from '#contract/instant.ts';
import { plainPresence } from '#contract/presence.ts';
import { findPreset } from '#contract/preset.ts';
import type { DesktopEvent, Pause, RuleDeed, RuleKind, RuleName, RuleSkip } from '#contract/rules.ts';
import type { AppState, Wish } from '#contract/state.ts';
import { createLine } from '../line.ts';
import type { Clock } from '../ports.ts';
import type { Place } from '../schedule/place.ts';
import { isLeftOver, kindOf, obstacleOf, ruleOf, standingRule } from '../schedule/precedence.ts';
import { pauseEnd } from '../schedule/workingHours.ts';
import { automationPaused, beforeRuleKept, ruleConsidered } from '../state/automationTransitions.ts';
import type { Store } from '../state/store.ts';
import { heldWish } from '../state/transitions.ts';
import type { AutomationFile } from '../storage/automationFile.ts';
import { createAutomationRecord } from './automationMemory.ts';
import { beginOf, createDayBegin, type DayBegin, type Start } from './dayBegin.ts';
import { createHoursEdge } from './hoursEdge.ts';
import type { Presets } from './presets.ts';
import type { Publisher } from './publish.ts';
import type { Refresh } from './refreshPresence.ts';

export interface AutomationParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly place: () => Place;
  readonly publisher: Publisher;
  readonly presets: Presets;
  readonly refresh: Refresh;
  readonly file: AutomationFile;
  readonly start: Start;
  readonly isLocked: () => boolean;
}

export interface Automation {
  /** What the desktop tells. `back` ends an idle time. */
  hear(event: DesktopEvent | 'back'): Promise<void>;
  /** What is due by itself; to be called every so often, and whenever something was read. */
  tick(): Promise<void>;
  pause(pause: Pause): Promise<void>;
  readonly isOver: DayBegin['isOver'];
  readonly giveUp: DayBegin['giveUp'];
  /** Somebody logs in to the computer while the app runs. `session` is the system's name for that, empty without one. */
  logIn(session: string): Promise<void>;
}

/** Makes the rules act. Each goes through the one publisher, carries its name, and never goes over what stands above it. */
export function createAutomation(parts: AutomationParts): Automation {
  const { store, clock, place, publisher, presets, refresh, file, start, isLocked } = parts;
  const begunAt = beginOf(start, clock.now());
  const { remembered, remember } = createAutomationRecord(store, file, clock);
  const inTurn = createLine();

  function isPaused(): boolean {
    const { pausedUntil } = store.get().automation;
    return pausedUntil !== null && toEpoch(pausedUntil) > clock.now();
  }

  /** Carries a rule's deed out, unless something stands in its way; either is said. */
  async function act(rule: RuleName, deed: RuleDeed, inTheWay?: RuleSkip | null): Promise<void> {
    const state = store.get();
    // What a rule for the desk left is still to be ended, also in a pause, and once somebody has signed in again.
    if (state.session.status !== 'signedIn' && kindOf(standingRule(state)) !== 'desk') return;
    if (deed === 'restore') await restore(rule);
    if (typeof deed !== 'object' || isPaused()) return;
    const preset = 'preset' in deed ? findPreset(state.settings.presets, deed.preset) : null;
    const obstacle = inTheWay === undefined ? obstacleOf(rule, state) : inTheWay;
    const why = obstacle ?? (preset === undefined ? 'presetGone' : null);
    store.apply(ruleConsidered, rule, toInstant(clock.now()), why);
    if (why !== null || (isSet(state, deed) && !(rule === 'startup' && isLeftOver(state, begunAt)))) return;
    const kind = kindOf(rule);
    const standing = kindOf(standingRule(state));
    // What holds by the hours goes on under what holds at the desk.
    if (kind !== null && standing !== kind) {
      store.apply(beforeRuleKept, kind, standing === 'desk' ? state.beforeRules.desk : heldWish(state));
    }
    if (preset) {
      const inPlaceOf = kind !== null && standing === kind && canRestore(state) ? state.previous : null;
      await presets.apply(preset, { rule, inPlaceOf });
    } else if ('availability' in deed) await publisher.publish(plainWish(deed.availability, rule));
  }

  /** Only what a rule set is taken back: what the user or somebody elsewhere chose since stands. */
  async function restore(rule: RuleName): Promise<void> {
    const kind = kindOf(rule);
    const state = store.get();
    const standing = kindOf(standingRule(state));
    const isUnderDesk = kind === 'hours' && standing === 'desk' && ruleOf(state.beforeRules.desk) === 'workingHours';
    if (kind === null || (standing !== kind && !isUnderDesk)) return;
    store.apply(ruleConsidered, rule, toInstant(clock.now()), null);
    if (isUnderDesk) {
      // What holds at the desk goes on, and then gives back what was before the hours.
      store.apply(beforeRuleKept, 'desk', state.beforeRules.hours);
      store.apply(beforeRuleKept, 'hours', null);
    } else await takeBack(kind);
  }

  /** What held before a rule of that kind, as far as it would still hold. */
  async function takeBack(kind: RuleKind): Promise<void> {
    const held = store.get().beforeRules[kind];
    store.apply(beforeRuleKept, kind, null);
    await presets.takeBack(held ?? { kind: 'automatic' }, true);
  }

  /** What rules had set before may belong to another day, and what the user chose they never replace. */
  async function giveBack(isOfToday: boolean): Promise<void> {
    if (!isOfToday) store.apply(beforeRuleKept, 'desk', null);
    await takeBack('desk');
  }

  async function hear(event: DesktopEvent | 'back'): Promise<void> {
    // A pause of an earlier run holds from the first moment.
    await remembered();
    const { settings } = store.get();
    // Before a locked screen nobody is there yet; unlocking it has a rule of its own.
    const isStillAway = isLocked() && settings.unlockRule !== 'keep';
    if (event === 'back') {
      if (standingRule(store.get()) === 'idle' && !isStillAway) await act('idle', 'restore');
      return;
    }
    if (event === 'wake' && settings.wakeRule === 'restore' && isStillAway) return;
    const deed = settings[`${event}Rule`];
    // A call that was seen last may be over by now. Where nothing is in the way, a closed lid leaves no time to ask.
    const isAsked = event === 'unlock' || event === 'wake' || obstacleOf(event, store.get()) !== null;
    if (typeof deed === 'object' && isAsked) await refresh.isSeenNow();
    await act(event, deed);
  }

  function endPause(): void {
    if (store.get().automation.pausedUntil !== null && !isPaused()) store.apply(automationPaused, null);
  }

  async function tick(): Promise<void> {
    if (store.get().session.status !== 'signedIn') return;
    await remembered();
    endPause();
    if (!isPaused()) await hoursEdge.consider();
    await dayBegin.consider();
  }

  const hoursEdge = createHoursEdge({ ...parts, remembered, remember, act });
  const dayBegin = createDayBegin({ ...parts, remembered, remember, act, giveBack });

  return {
    hear: (event) => inTurn(() => hear(event)),
    tick: () => inTurn(tick),
    isOver: dayBegin.isOver,
    giveUp: () => inTurn(dayBegin.giveUp),
    logIn: (session) =>
      inTurn(async () => {
        dayBegin.logIn(session);
        await tick();
      }),
    async pause(pause) {
      const until = pauseEnd(pause, clock.now(), place().timeZone);
      const pausedUntil = until === null ? null : toInstant(until);
      // An earlier pause is read first, or it would undo this one.
      await remembered();
      store.apply(automationPaused, pausedUntil);
      await remember({ pausedUntil });
    },
  };
}

/** Whether a rule has asked for the very same plain state already, so that nothing more needs to be asked. */
function isSet(state: AppState, deed: RuleDeed): boolean {
  const held = heldWish(state);
  if (typeof deed !== 'object' || !('availability' in deed) || held === null) return false;
  return held.rule !== undefined && held.ending === null && held.presence.availability === deed.availability;
}

function plainWish(availability: Parameters<typeof plainPresence>[0], rule: RuleName): Wish {
  return { kind: 'presence', presence: plainPresence(availability), outOfOfficeSettings: null, ending: null, rule };
}
