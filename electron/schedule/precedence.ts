import { isElsewhere } from '#contract/elsewhere.ts';
import { toEpoch } from '#contract/instant.ts';
import { isChosenElsewhere, type Presence, type SeenPresence } from '#contract/presence.ts';
import { type Level, precedence, type RuleKind, type RuleName, type RuleSkip } from '#contract/rules.ts';
import { type AppState, isUnderWay, type Wish } from '#contract/state.ts';

const together: readonly string[] = ['InACall', 'InAConferenceCall', 'InAMeeting', 'Presenting'];

/** Who claims to decide now. Microsoft 365 always does, when nobody else does. */
export type Claims = Readonly<Partial<Record<Level, boolean>>>;

/** The level of each rule. */
export function levelOf(rule: RuleName): 'schedule' | 'startup' {
  return rule === 'startup' ? 'startup' : 'schedule';
}

/** The strongest of those who claim to decide. */
export function ruling(claims: Claims): Level {
  return precedence.find((level) => claims[level] === true) ?? 'automatic';
}

/** What stands in a rule's way; null where it may act. What is of its own level it replaces. */
export function inTheWayOf(rule: RuleName, claims: Claims): RuleSkip | null {
  const strongest = ruling(claims);
  if (strongest === 'startup' || strongest === 'automatic' || strongest === levelOf(rule)) return null;
  return strongest;
}

/** What claims to decide in a state of things. */
export function claimsOf({ chosen, publication, presence }: AppState): Claims {
  const isOpen = isUnderWay(publication);
  const open = isOpen && publication.wish.kind === 'presence' ? publication.wish : null;
  const standing = isOpen ? open : chosen;
  const seen = presence?.value ?? null;
  return {
    manual: standing !== null && standing.rule === undefined,
    outOfOffice: seen?.outOfOfficeSettings.isOutOfOffice === true || seen?.activity === 'OutOfOffice',
    meeting: seen !== null && together.includes(seen.activity) && chosen?.presence.activity !== seen.activity,
    schedule: standing?.rule !== undefined && levelOf(standing.rule) === 'schedule',
    startup: standing?.rule === 'startup',
  };
}

/** The kind of a rule; null for those that nothing restores. */
export function kindOf(rule: RuleName | undefined): RuleKind | null {
  if (rule === undefined || rule === 'startup') return null;
  return rule === 'workingHours' ? 'hours' : 'desk';
}

/** The rule whose wish is on its way, or whose choice stands. */
export function standingRule({ publication, chosen }: AppState): RuleName | undefined {
  return isUnderWay(publication) ? ruleOf(publication.wish) : chosen?.rule;
}

/** The rule that made a wish. */
export function ruleOf(wish: Wish | null): RuleName | undefined {
  return wish?.kind === 'presence' ? wish.rule : undefined;
}

/**
 * At a start: whether the standing choice was made by a desk rule whose reason is gone. A quit is always over; a lock,
 * an idle time or a sleep is over once the computer has started anew, or somebody has logged in. Units: milliseconds
 * since 1970.
 */
export function isLeftOver(state: AppState, begunAt: number): boolean {
  const rule = standingRule(state);
  if (rule === 'quit') return true;
  return kindOf(rule) === 'desk' && state.chosen !== null && toEpoch(state.chosen.at) < begunAt;
}

/** How much quiet a state asks for. */
const quiet: Record<SeenPresence['availability'], number> = {
  DoNotDisturb: 3,
  Busy: 2,
  BeRightBack: 1,
  Away: 1,
  Available: 1,
  Offline: 0,
  PresenceUnknown: 0,
};

/**
 * Whether others see what somebody chose elsewhere, which a rule leaves alone. Appear offline asks for no quiet, and may
 * be what a rule set: before a new sign-in, or on another computer.
 */
function isLeftAlone(state: AppState): boolean {
  return isElsewhere(state) && state.presence !== null && quiet[state.presence.value.availability] > 0;
}

/** What keeps a rule for the desk or the hours from acting; null where nothing does. */
export function obstacleOf(rule: RuleName, state: AppState): RuleSkip | null {
  return isLeftAlone(state) ? 'manual' : inTheWayOf(rule, claimsOf(state));
}

/** Whether others see a state that somebody chose elsewhere, and that asks for more quiet than the one to be set. */
export function isOverStronger({ chosen, presence }: AppState, wanted: Presence): boolean {
  if (presence === null || chosen !== null) return false;
  const { value } = presence;
  return quiet[value.availability] > quiet[wanted.availability] && isChosenElsewhere(value, wanted);
}
