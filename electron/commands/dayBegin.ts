import { toEpoch, toInstant } from '#contract/instant.ts';
import type { Desired } from '#contract/remembered.ts';
import type { RuleDeed, RuleSkip, StartupRule } from '#contract/rules.ts';
import type { AppState } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import { hasPassed } from '../schedule/facts.ts';
import type { Place } from '../schedule/place.ts';
import { isLeftOver, kindOf, ruleOf } from '../schedule/precedence.ts';
import { periodAt } from '../schedule/workingHours.ts';
import type { Store } from '../state/store.ts';
import { type AutomationMemory, isConsidered, type Login } from '../storage/automationFile.ts';
import type { Refresh } from './refreshPresence.ts';
import { startObstacle } from './startObstacle.ts';

/** How often what others see is asked while the startup rule waits for it. Units: milliseconds. */
const askAgainEvery = 10_000;

/** How and when this run began. */
export interface Start {
  readonly isAtLogin: boolean;
  readonly login: Login;
}

/**
 * Since when what stands at the desk was possible: at a login the screen is unlocked, also on a computer that was not
 * started for it, or that counts on over being turned off, as Windows does. Units: milliseconds since 1970.
 */
export function beginOf({ isAtLogin, login }: Start, now: number): number {
  return isAtLogin ? now : toEpoch(login.bootedAt);
}

export interface DayBeginParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly place: () => Place;
  readonly refresh: Refresh;
  readonly start: Start;
  readonly remembered: () => Promise<AutomationMemory>;
  readonly remember: (change: Partial<AutomationMemory>) => Promise<void>;
  /** Puts back what held before a desk rule; what another rule had set before it only where that is of today. */
  readonly giveBack: (isOfToday: boolean) => Promise<void>;
  readonly act: (rule: 'startup', deed: RuleDeed, inTheWay: RuleSkip | null) => Promise<void>;
}

export interface DayBegin {
  /** Whether a rule for the desk made a wish that was still to be sent when an earlier run ended, and it is over. */
  isOver(desired: Desired): boolean;
  /** Puts back what held before that. */
  giveUp(): Promise<void>;
  /** Does what is due, once. */
  consider(): Promise<void>;
  /** Somebody logs in while the app runs already, for instance started by a script. Shape: as in `Login`. */
  logIn(session: string): void;
}

/**
 * Once per run, and again for a login while the app runs: applies the startup rule and takes back what a desk rule left
 * from an earlier run. Call `consider` on every tick; once done, it does nothing.
 */
export function createDayBegin(parts: DayBeginParts): DayBegin {
  const { store, clock, place, refresh, start, remembered, remember, act, giveBack } = parts;
  let startedAt = clock.now();
  const begunAt = beginOf(start, startedAt);
  let { isAtLogin, login } = start;
  let isDone = false;

  /** Reads again soon: a new network may fail once or twice, and the next regular reading is minutes away. */
  async function isRead(): Promise<boolean> {
    if (hasPassed(askAgainEvery, refresh.lastReadAt(), clock.now())) await refresh.refreshPresence();
    return store.get().presence?.evidence === 'seen' && store.get().session.status === 'signedIn';
  }

  /** Whether the startup rule is for this run at all. */
  async function isWanted({ when }: StartupRule): Promise<boolean> {
    if (when !== 'login') return when === 'everyStart';
    return isAtLogin && !isConsidered(await remembered(), login, clock.now());
  }

  /** Whether what held before the desk rule was set by a rule in these same hours, or for this same login. */
  async function isStillDue({ beforeRules, settings }: AppState): Promise<boolean> {
    const known = await remembered();
    const rule = ruleOf(beforeRules.desk);
    if (rule === 'startup') return isConsidered(known, login, clock.now());
    const period = periodAt(settings.workingHours, clock.now(), place().timeZone);
    return rule === 'workingHours' && period !== null && known.period === toInstant(period.since);
  }

  function isOver({ wish, setAt, isAccepted }: Desired): boolean {
    const rule = ruleOf(wish);
    return !isAccepted && (rule === 'quit' || (kindOf(rule) === 'desk' && toEpoch(setAt) < begunAt));
  }

  async function giveUp(): Promise<void> {
    await giveBack(await isStillDue(store.get()));
  }

  function logIn(session: string): void {
    // A login without a name is taken for the known one.
    const isKnown = session === '' || session === login.session;
    if (isAtLogin && isKnown) return;
    isAtLogin = true;
    startedAt = clock.now();
    if (!isKnown) login = { ...login, session };
    isDone = false;
  }

  async function consider(): Promise<void> {
    const state = store.get();
    // The startup rule is for the real user, not for the demo's person.
    if (isDone || state.isDemo) return;
    const { startupRule: rule } = state.settings;
    const isForThis = await isWanted(rule);
    const isOfToday = await isStillDue(state);
    if (isForThis || isLeftOver(state, begunAt)) {
      // Nothing is done on a guess: what others see is read first, however late the network comes.
      if (!state.isOnline || (isForThis && !hasPassed(rule.delaySeconds * 1_000, startedAt, clock.now()))) return;
      if (state.presence?.evidence !== 'seen' && !(await isRead())) return;
    }
    isDone = true;
    if (isForThis) {
      // Remembered even while rules are paused: the end of a pause does not begin the day anew.
      await remember({ startedFor: { ...login, at: toInstant(clock.now()) } });
      await act(
        'startup',
        rule.deed,
        startObstacle(store.get(), clock.now(), place().timeZone, { startedAt, begunAt }),
      );
    }
    if (isLeftOver(store.get(), begunAt)) await giveBack(isOfToday);
  }

  return { isOver, giveUp, consider, logIn };
}
