import type { Instant } from './instant.ts';
import type { Availability } from './presence.ts';

/** What the desktop tells, and each has a rule of its own. */
export const desktopEvents = ['lock', 'unlock', 'idle', 'sleep', 'wake', 'quit'] as const;
export type DesktopEvent = (typeof desktopEvents)[number];

/** Every rule that may set a presence by itself. */
export const ruleNames = ['startup', ...desktopEvents, 'workingHours'] as const;
export type RuleName = (typeof ruleNames)[number];

/** Rules that take turns: what holds at the desk lies over what holds by the hours. */
export type RuleKind = 'desk' | 'hours';

/** What a rule does: nothing, back to what held before the rules changed it, a preset by its id, or a plain state. */
export type RuleDeed = 'keep' | 'restore' | { readonly preset: string } | { readonly availability: Availability };

/** A time of day. Shape: `09:00`, 24 hours. */
export type TimeOfDay = string;

/** A day of the week as ISO 8601 counts: 1 is Monday. */
export type Weekday = number;

/** What is set when the day begins, and when that is not wanted. */
export interface StartupRule {
  readonly when: 'never' | 'login' | 'everyStart';
  readonly deed: RuleDeed;
  readonly weekdays: readonly Weekday[];
  /** Not before and not after; the whole day where they are null. */
  readonly from: TimeOfDay | null;
  readonly to: TimeOfDay | null;
  readonly delaySeconds: number;
  readonly notWhileOutOfOffice: boolean;
  /** Not where others see a state that was chosen elsewhere and asks for more quiet. */
  readonly notOverStronger: boolean;
}

/** A week's hours, and what holds in them and outside. Without a day there is no rule. */
export interface WorkingHours {
  readonly days: readonly Weekday[];
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
  readonly inside: RuleDeed;
  readonly outside: RuleDeed;
}

/**
 * Who decides, the strongest first; a rule never goes over what stands above its own level. The rules for lock, idle,
 * sleep and working hours are all of the schedule: the newest holds.
 */
export const precedence = ['manual', 'outOfOffice', 'meeting', 'schedule', 'startup', 'automatic'] as const;
export type Level = (typeof precedence)[number];

/** Why a rule did nothing. Startup rule and Microsoft 365 are in no rule's way. */
export type RuleSkip = Exclude<Level, 'startup' | 'automatic'> | 'byHand' | 'stronger' | 'notNow' | 'presetGone';

/** How the rules stand. */
export interface AutomationState {
  /** No rule acts until then. */
  readonly pausedUntil: Instant | null;
  /** The rule that was last at work, and why it did nothing where it did not. */
  readonly last: { readonly rule: RuleName; readonly at: Instant; readonly skipped: RuleSkip | null } | null;
  /** When the user last chose by hand in this run. */
  readonly setByHandAt: Instant | null;
  /** Whether this desktop tells for how long nobody has touched anything. */
  readonly canTellIdle: boolean;
}

export const quietAutomation: AutomationState = { pausedUntil: null, last: null, setByHandAt: null, canTellIdle: true };

/** For how long rules can be paused. */
export const pauses = ['PT30M', 'PT1H', 'tomorrow', 'resume'] as const;
export type Pause = (typeof pauses)[number];

export const defaultStartupRule: StartupRule = {
  when: 'never',
  deed: { availability: 'Available' },
  weekdays: [1, 2, 3, 4, 5],
  from: null,
  to: null,
  delaySeconds: 10,
  notWhileOutOfOffice: true,
  notOverStronger: true,
};

export const defaultWorkingHours: WorkingHours = {
  days: [],
  from: '09:00',
  to: '17:00',
  inside: 'keep',
  outside: 'keep',
};

/** All that is set by itself, as the settings have it. */
export interface Rules extends Readonly<Record<`${DesktopEvent}Rule`, RuleDeed>> {
  readonly startupRule: StartupRule;
  readonly workingHours: WorkingHours;
}

/** Whether anything is set by itself at all. */
export function hasRules(rules: Rules): boolean {
  const { startupRule, workingHours } = rules;
  const hours = workingHours.days.length === 0 ? [] : [workingHours.inside, workingHours.outside];
  const deeds = [...desktopEvents.map((event) => rules[`${event}Rule`]), ...hours];
  // Putting back what was before does nothing where nothing is set first.
  return startupRule.when !== 'never' || deeds.some((deed) => typeof deed === 'object');
}
