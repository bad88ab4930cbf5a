import { toEpoch } from '#contract/instant.ts';
import type { PresetPart } from '#contract/notice.ts';
import { findPreset, originOf, type Preset } from '#contract/preset.ts';
import type { RuleName } from '#contract/rules.ts';
import { accountOf, isOf } from '#contract/session.ts';
import type { Previous, Wish } from '#contract/state.ts';
import type { StatusMessage, StatusMessageDraft } from '#contract/statusMessage.ts';
import { setWorkLocation } from '../graph/setWorkLocation.ts';
import type { Clock, Log } from '../ports.ts';
import { hasEnded } from '../schedule/facts.ts';
import { written } from '../state/planTransitions.ts';
import { presetAsked, presetOver, previousOf, previousUsed, stageOf } from '../state/presetTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import { inBackground } from './inBackground.ts';
import { openWish } from './openWish.ts';
import type { Planner } from './planner.ts';
import type { Publisher } from './publish.ts';
import type { WriterFor } from './writer.ts';

export interface PresetParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly publisher: Publisher;
  readonly planner: Planner;
  readonly setStatusMessage: (draft: StatusMessageDraft) => Promise<void>;
  readonly writerFor: WriterFor;
}

/** The rule that sets a preset, and what held before another one of its kind whose place this one takes. */
export interface PresetOrigin {
  readonly rule: RuleName;
  readonly inPlaceOf: Previous | null;
}

export interface Presets {
  /** Sets a preset by its id. One that is gone meanwhile does nothing. */
  applyPreset(id: string): Promise<void>;
  /** Sets all of this, whether it is one of the user's presets or was put together for once. */
  apply(preset: Preset, by?: PresetOrigin): Promise<void>;
  /** Puts back what held before the preset; of the presence another wish, where one is given. */
  restorePrevious(instead?: Wish): Promise<void>;
}

const noMessage: StatusMessage = { text: '', endsAt: null };

/**
 * Makes the setting of presets. Presence and out of office are one wish; what else goes with it follows when the wish
 * is accepted, however long that waits, also in a later run. What then fails is said.
 */
export function createPresets(parts: PresetParts): Presets {
  const { store, clock, log, publisher, planner, setStatusMessage, writerFor } = parts;
  let following: { readonly preset: Preset; readonly work: Promise<void> } | null = null;

  async function apply(chosen: Preset, by?: PresetOrigin): Promise<void> {
    // Its own each time, since the same preset may be asked for again while it is followed.
    const preset = { ...chosen };
    const before = store.get();
    const { presence, outOfOffice, lasts, sequel, id } = preset;
    const ending = planner.endOf({ lasts, sequel });
    if (ending === 'past') return;
    const outOfOfficeSettings = outOfOffice ?? openWish(before)?.outOfOfficeSettings ?? null;
    const origin = originOf({ presetId: id, ...(by !== undefined && { rule: by.rule }) });
    const published = publisher.publish({ kind: 'presence', presence, outOfOfficeSettings, ending, ...origin });
    store.apply(presetAsked, preset, { ...previousOf(before, preset), ...by?.inPlaceOf, presetId: id });
    await published;
    if (following?.preset === preset) await following.work;
  }

  async function applyPreset(id: string): Promise<void> {
    const preset = findPreset(store.get().settings.presets, id);
    if (preset === undefined) log.warn('preset.unknown', {});
    else await apply(preset);
  }

  async function follow(preset: Preset): Promise<void> {
    const failed: PresetPart[] = [];
    const { statusMessage: text, workLocation } = preset;
    const account = accountOf(store.get().session);
    if (text !== null && !(await writeMessage({ text, endsAt: store.get().chosen?.ending?.at ?? null })))
      failed.push('statusMessage');
    // Another preset, or another person, may have come meanwhile.
    const isCurrent = () =>
      account !== null && isOf(store.get().session, account) && store.get().applyingPreset === preset;
    if (!isCurrent()) return;
    if (workLocation !== null && !(await writeLocation(workLocation))) failed.push('workLocation');
    if (!isCurrent()) return;
    store.apply(presetOver);
    if (failed.length > 0) store.apply(noticed, { kind: 'presetPartly', name: preset.name, parts: failed });
  }

  async function writeMessage({ text, endsAt }: StatusMessage): Promise<boolean> {
    await setStatusMessage({ text, lasts: endsAt === null ? 'untilChanged' : { until: endsAt } });
    return store.get().statusMessage.asking.status !== 'failed';
  }

  async function writeLocation(location: Preset['workLocation']): Promise<boolean> {
    const writer = await writerFor();
    if (writer === null) return false;
    const { outcome, writes } = await setWorkLocation(writer, location);
    if (!isOf(store.get().session, writer.account)) return false;
    store.apply(written, writes, store.get().verdict);
    return outcome.ok;
  }

  async function restorePrevious(instead?: Wish): Promise<void> {
    const { previous, chosen, session } = store.get();
    const account = accountOf(session);
    if (account === null || previous === null || chosen === null || chosen.presetId !== previous.presetId) return;
    store.apply(previousUsed);
    const { outOfOffice, statusMessage, workLocation } = previous;
    const held = instead ?? previous.wish;
    const wish: Wish = hasEnded(held, clock.now()) ? { kind: 'automatic' } : held;
    if (outOfOffice !== undefined) {
      // It can be said with a presence only; where none of ours was before, that one is then given back.
      const { presence, ending } = wish.kind === 'presence' ? wish : chosen;
      const origin = wish.kind === 'presence' ? originOf(wish) : {};
      await publisher.publish({ kind: 'presence', presence, outOfOfficeSettings: outOfOffice, ending, ...origin });
    }
    if (outOfOffice === undefined || (wish.kind === 'automatic' && isAccepted())) await publisher.publish(wish);
    if (!isOf(store.get().session, account)) return;
    if (statusMessage !== undefined) await writeMessage(isStanding(statusMessage) ? statusMessage : noMessage);
    if (!isOf(store.get().session, account)) return;
    if (workLocation !== undefined) await writeLocation(workLocation);
  }

  function isStanding(message: StatusMessage | null): message is StatusMessage {
    return message !== null && (message.endsAt === null || toEpoch(message.endsAt) > clock.now());
  }

  function isAccepted(): boolean {
    const { status } = store.get().publication;
    return status === 'checking' || status === 'idle';
  }

  store.watch((state) => {
    const preset = state.applyingPreset;
    if (preset === null || preset === following?.preset) return;
    const stage = stageOf(state, preset);
    if (stage === 'givenUp') store.apply(presetOver);
    if (stage !== 'accepted') return;
    // Not before it is known that this preset is followed: what it does changes the state, too.
    following = { preset, work: Promise.resolve(preset).then(follow) };
    inBackground(log, 'preset', following.work);
  });

  return { apply, applyPreset, restorePrevious };
}
