import { toEpoch } from '#contract/instant.ts';
import { type Presence, plainPresence } from '#contract/presence.ts';
import { findPreset, type Preset } from '#contract/preset.ts';
import type { RuleDeed, RuleSkip } from '#contract/rules.ts';
import type { AppState } from '#contract/state.ts';
import { claimsOf, inTheWayOf, isLeftOver, isOverStronger } from '../schedule/precedence.ts';
import { isTimeFor } from '../schedule/workingHours.ts';

/** What keeps the startup rule from acting; null where nothing does. Units: all times in milliseconds since 1970. */
export function startObstacle(
  state: AppState,
  now: number,
  timeZone: string,
  { startedAt, begunAt }: { readonly startedAt: number; readonly begunAt: number },
): RuleSkip | null {
  const { startupRule: rule, presets } = state.settings;
  const { setByHandAt } = state.automation;
  if (!isTimeFor(rule, now, timeZone)) return 'notNow';
  if (setByHandAt !== null && toEpoch(setByHandAt) >= startedAt) return 'byHand';
  const wanted = wantedBy(rule.deed, presets);
  if (rule.notOverStronger && wanted !== null && isOverStronger(state, wanted)) return 'stronger';
  const claims = claimsOf(state);
  return inTheWayOf('startup', {
    ...claims,
    ...(!rule.notWhileOutOfOffice && { outOfOffice: false }),
    ...(isLeftOver(state, begunAt) && { schedule: false }),
  });
}

function wantedBy(deed: RuleDeed, presets: readonly Preset[]): Presence | null {
  if (typeof deed !== 'object') return null;
  return 'preset' in deed ? (findPreset(presets, deed.preset)?.presence ?? null) : plainPresence(deed.availability);
}
