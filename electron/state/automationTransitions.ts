import type { Instant } from '#contract/instant.ts';
import type { OpenAtLogin } from '#contract/openAtLogin.ts';
import type { RuleKind, RuleName, RuleSkip } from '#contract/rules.ts';
import type { AppState, Wish } from '#contract/state.ts';
import { presenceChosen } from './absenceTransitions.ts';
import { giveBackDropped } from './followUpTransitions.ts';

/** The user chose by hand, in whatever way. */
export function setByHand(state: AppState, at: Instant): AppState {
  return { ...giveBackDropped(presenceChosen(state)), automation: { ...state.automation, setByHandAt: at } };
}

/** No rule acts until then; null lets them act again. */
export function automationPaused(state: AppState, until: Instant | null): AppState {
  return { ...state, automation: { ...state.automation, pausedUntil: until } };
}

/** A rule's time had come: it acted, or something was in its way. */
export function ruleConsidered(state: AppState, rule: RuleName, at: Instant, skipped: RuleSkip | null): AppState {
  return { ...state, automation: { ...state.automation, last: { rule, at, skipped } } };
}

/** A rule puts its own in place of what holds, or has restored it. */
export function beforeRuleKept(state: AppState, kind: RuleKind, before: Wish | null): AppState {
  return { ...state, beforeRules: { ...state.beforeRules, [kind]: before } };
}

/** What this desktop can tell. */
export function idleTold(state: AppState, canTellIdle: boolean): AppState {
  return { ...state, automation: { ...state.automation, canTellIdle } };
}

/** The system was asked whether it opens the app at login. */
export function openAtLoginRead(state: AppState, openAtLogin: OpenAtLogin): AppState {
  return state.openAtLogin === openAtLogin ? state : { ...state, openAtLogin };
}
