import { isOverridden } from '#contract/elsewhere.ts';
import { toEpoch } from '#contract/instant.ts';
import { isPlain } from '#contract/presence.ts';
import { type AppState, type Choice, isUnderWay } from '#contract/state.ts';
import { type Facts, hasPassed, isOver } from './facts.ts';

/** Whether the session that keeps the choice visible is to be set again. Without a choice there is nothing to keep. */
export function isSessionFading(state: AppState, facts: Facts): boolean {
  const { chosen, visibleUntil } = state;
  if (visibleUntil === null || chosen === null || facts.sessionRenewAfter === null) return false;
  return isUndisturbed(state, chosen, facts.now) && hasPassed(facts.sessionRenewAfter, facts.lastRenewedAt, facts.now);
}

/**
 * Whether the choice is to be written again, so that the service does not end it before its time: at half of its life.
 *
 * Shape: a preferred presence with an end was given that end. A pair that only a session can have lives some hours at
 * most, whatever end it has.
 */
export function isChoiceFading(state: AppState, facts: Facts): boolean {
  const { chosen } = state;
  const { now, choiceLife, choiceRenewedAt } = facts;
  if (chosen === null || choiceLife === null || !isUndisturbed(state, chosen, now)) return false;
  // Skips moments in the future, as a wrong clock leaves them: they would make every tick renew.
  const since = Math.max(...[toEpoch(chosen.at), choiceRenewedAt ?? 0].filter((at) => at <= now));
  const hasNoEndThere = chosen.ending === null || chosen.ending.sequel !== 'automatic';
  const outlives = hasNoEndThere || (!isPlain(chosen.presence) && toEpoch(chosen.ending.at) > since + choiceLife);
  return outlives && hasPassed(choiceLife / 2, since, now);
}

/** What is about to change or to end, or was replaced elsewhere, is not renewed; without a network nothing is. */
function isUndisturbed(state: AppState, { ending }: Choice, now: number): boolean {
  const { isOnline, publication } = state;
  return isOnline && !isUnderWay(publication) && !isOverridden(state) && (ending === null || !isOver(ending.at, now));
}
