import { canRestore } from '#contract/actions.ts';
import type { FollowUp, Previous } from '#contract/followUp.ts';
import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { isSameOutOfOffice, type Presence } from '#contract/presence.ts';
import { findPreset, originOf, type Preset } from '#contract/preset.ts';
import type { RuleName } from '#contract/rules.ts';
import type { AppState, Wish } from '#contract/state.ts';
import { openPresenceWish } from '#contract/wishChange.ts';
import type { Clock, Log } from '../ports.ts';
import { hasEnded } from '../schedule/facts.ts';
import { isUnsent, previousOf } from '../state/followUpTransitions.ts';
import type { Store } from '../state/store.ts';
import type { FollowUps } from './followUps.ts';
import type { Planner } from './planner.ts';
import { wishAfter } from './wishAfter.ts';

export interface PresetParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly followUps: FollowUps;
  readonly planner: Planner;
}

/** The rule that sets a preset, and what held before another one of its kind whose place this one takes. */
export interface PresetOrigin {
  readonly rule: RuleName;
  readonly inPlaceOf: Previous | null;
}

export interface Presets {
  /** Sets a preset by its id. One that is gone meanwhile does nothing. */
  applyPreset(id: string): Promise<void>;
  /** Sets all of a preset. */
  apply(preset: Preset, by?: PresetOrigin): Promise<void>;
  /** Puts back what held before the preset that stands. */
  restorePrevious(): Promise<void>;
  /** Puts back a wish, and where a preset stands all else that it replaced. */
  takeBack(held: Wish, isUnattended?: boolean): Promise<void>;
}

/** Makes the setting of presets. Presence and out of office are one wish; what else goes with it follows. */
export function createPresets({ store, clock, log, followUps, planner }: PresetParts): Presets {
  async function apply(preset: Preset, by?: PresetOrigin): Promise<void> {
    const before = store.get();
    const { presence, outOfOffice, lasts, sequel, id, workLocation } = preset;
    // As it is written, and so as it shows.
    const text = preset.statusMessage?.trim();
    const ending = planner.endOf({ lasts, sequel });
    if (ending === 'past') return;
    const outOfOfficeSettings = outOfOffice ?? openPresenceWish(before)?.outOfOfficeSettings ?? null;
    const origin = originOf({ presetId: id, ...(by !== undefined && { rule: by.rule }) });
    await followUps.ask({
      wish: { kind: 'presence', presence, outOfOfficeSettings, ending, ...origin },
      isGivenBack: false,
      preset: preset.name,
      ...(text !== undefined && { statusMessage: { text } }),
      ...(workLocation !== null && { workLocation }),
      previous: {
        ...{ ...previousOf(before, preset), ...by?.inPlaceOf, presetId: id },
        ...(text !== undefined && { replacedBy: text }),
      },
    });
  }

  async function applyPreset(id: string): Promise<void> {
    const preset = findPreset(store.get().settings.presets, id);
    if (preset === undefined) log.warn('preset.unknown', {});
    else await apply(preset);
  }

  async function takeBack(held: Wish, isUnattended?: boolean): Promise<void> {
    const state = store.get();
    const { previous, chosen } = state;
    const wish = held.kind === 'presence' && hasEnded(held, clock.now()) ? wishAfter(held) : held;
    const replaced = canRestore(state) || isOfEnded(previous, held, wish) ? previous : null;
    const open = openPresenceWish(state);
    const outOfOffice = outOfOfficeBefore(replaced, state) ?? openOutOfOffice(state);
    await followUps.ask(
      {
        ...withOutOfOffice(wish, outOfOffice, (open ?? chosen)?.presence ?? null),
        ...restOf(replaced, state),
        preset: null,
      },
      isUnattended,
    );
  }

  return {
    apply,
    applyPreset,
    takeBack,
    async restorePrevious() {
      const state = store.get();
      if (state.previous !== null && canRestore(state)) await takeBack(state.previous.wish);
    },
  };
}

/** Whether it is what a preset replaced that was to be put back, and has come to its end meanwhile. */
function isOfEnded(previous: Previous | null, held: Wish, next: Wish): boolean {
  return held.kind === 'presence' && next.kind === 'automatic' && previous?.presetId === held.presetId;
}

/**
 * Out-of-office settings on their way are kept, although the presence they came with is replaced: but not those of a
 * preset, which nobody has heard of, or which are taken back with it.
 */
function openOutOfOffice(state: AppState): OutOfOfficeSettings | null {
  const asked = openPresenceWish(state)?.outOfOfficeSettings ?? null;
  const { followUp } = state;
  const before = followUp?.previous?.outOfOffice;
  if (asked === null || followUp?.wish.kind !== 'presence' || before === undefined) return asked;
  const ofPreset = followUp.wish.outOfOfficeSettings;
  if (ofPreset === null || !isSameOutOfOffice(asked, ofPreset)) return asked;
  return isUnsent(state, followUp) ? null : before;
}

/** An absence that has begun since is not over with the preset. */
function outOfOfficeBefore(replaced: Previous | null, { outOfOffice: { absence } }: AppState) {
  const isAbsent = absence?.hasBegun === true && absence.plan.inPresence;
  return isAbsent && replaced?.outOfOffice?.isOutOfOffice === false ? undefined : replaced?.outOfOffice;
}

/**
 * Out of office can be sent only with a presence; where none is to be chosen, that presence is then reset. It has no end
 * of its own, which may be over by now.
 */
function withOutOfOffice(
  wish: Wish,
  outOfOfficeSettings: OutOfOfficeSettings | null,
  presence: Presence | null,
): Pick<FollowUp, 'wish' | 'isGivenBack'> {
  if (outOfOfficeSettings !== null && wish.kind === 'presence')
    return { wish: { ...wish, outOfOfficeSettings }, isGivenBack: false };
  if (outOfOfficeSettings === null || presence === null) return { wish, isGivenBack: false };
  return { wish: { kind: 'presence', presence, ending: null, outOfOfficeSettings }, isGivenBack: true };
}

/** A message that somebody wrote since stays. */
function restOf(previous: Previous | null, state: AppState): Pick<FollowUp, 'statusMessage' | 'workLocation'> {
  if (previous === null) return {};
  const { statusMessage, workLocation, replacedBy } = previous;
  const { seen } = state.statusMessage;
  const isOurs = seen === null || seen.text === replacedBy;
  return {
    ...(isOurs && statusMessage !== undefined && { statusMessage: statusMessage ?? { text: '', endsAt: null } }),
    ...(workLocation !== undefined && { workLocation }),
  };
}
