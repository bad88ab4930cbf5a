import { z } from 'zod';
import type { Instant } from '#contract/instant.ts';
import { draftLimit } from '#contract/outOfOfficePlan.ts';
import { keptNothing } from '#contract/outOfOfficeState.ts';
import { durations, openPlan, sequels } from '#contract/plan.ts';
import { findPresence } from '#contract/presence.ts';
import { originOf } from '#contract/preset.ts';
import type { Desired, Remembered } from '#contract/remembered.ts';
import { ruleNames } from '#contract/rules.ts';
import { type Choice, initialState } from '#contract/state.ts';
import { workLocations } from '#contract/workLocation.ts';
import type { Log } from '../ports.ts';
import { rememberedOutOfOffice } from './rememberedOutOfOffice.ts';

const instant = z.iso.datetime().transform((text) => text as Instant);
const sequel = z.enum(sequels);
const presence = z.object({ availability: z.string(), activity: z.string() }).transform((pair, context) => {
  const found = findPresence(pair.availability, pair.activity);
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: 'no pair of ours' });
  return z.NEVER;
});
const ending = z.object({ at: instant, sequel });
const outOfOffice = z.object({ isOutOfOffice: z.boolean(), message: z.string().nullable() });
const origin = { presetId: z.string().exactOptional(), rule: z.enum(ruleNames).exactOptional() };
const presenceWish = z.object({
  kind: z.literal('presence'),
  presence,
  isPairBorrowed: z.literal(true).exactOptional(),
  outOfOfficeSettings: outOfOffice.nullable(),
  ending: ending.nullable(),
  ...origin,
});
const wish = z.discriminatedUnion('kind', [presenceWish, z.object({ kind: z.literal('automatic') })]);
const undo = z.discriminatedUnion('kind', [
  wish,
  z.object({ kind: z.literal('preset'), presetId: z.string(), wish }),
  z.object({ kind: z.literal('outOfOffice'), wish: presenceWish }),
]);
const desired = z.object({ wish, setAt: instant, isAccepted: z.boolean(), acceptedAt: instant.nullable() });
const chosen = z.object({
  ...{ presence, at: instant, ending: ending.nullable(), isShown: z.boolean(), ...origin },
  isByActions: z.literal(true).exactOptional(),
});
const openRequest = z.object({ wish, until: instant });
const message = z.object({ text: z.string(), endsAt: instant.nullable() });
const messageDraft = z.object({
  text: z.string().max(draftLimit),
  lasts: z.union([z.enum(durations), z.object({ date: z.string(), time: z.string() })]),
});
const previous = z.object({
  presetId: z.string(),
  wish,
  outOfOffice: outOfOffice.exactOptional(),
  statusMessage: message.nullable().exactOptional(),
  replacedBy: z.string().exactOptional(),
  workLocation: z.enum(workLocations).nullable().exactOptional(),
});
const followUp = z.object({
  wish,
  isGivenBack: z.boolean(),
  preset: z.string().nullable(),
  statusMessage: z.object({ text: z.string(), endsAt: instant.nullable().exactOptional() }).exactOptional(),
  workLocation: z.enum(workLocations).nullable().exactOptional(),
  previous: previous.exactOptional(),
});
const beforeRules = z.object({ desk: wish.nullable(), hours: wish.nullable() });
const plan = z.object({ lasts: z.union([z.enum(durations), z.object({ until: instant })]), sequel });
const file = z.looseObject({ version: z.literal(1), accountId: z.string() });

/** The content of the file. `version` tells a later program what it finds. */
export function writeRemembered(accountId: string, remembered: Remembered): object {
  return { version: 1, accountId, ...remembered };
}

/** Reads the content key by key; null when it is none of ours, or of a program that is newer than this one. */
export function readRemembered(
  content: unknown,
  log: Log,
): { readonly accountId: string; readonly remembered: Remembered } | null {
  const parsed = file.safeParse(content);
  if (!parsed.success) return null;
  const keys: Readonly<Record<string, unknown>> = parsed.data;
  function take<T>(key: keyof Remembered, shape: z.ZodType<T>, otherwise: T): T {
    const value = keys[key];
    if (value === undefined) return otherwise;
    const found = shape.safeParse(value);
    if (found.success) return found.data;
    log.warn('desired.badKey', { key });
    return otherwise;
  }
  const newest = take('desired', desired.nullable(), null);
  const remembered: Remembered = {
    desired: newest,
    chosen: take('chosen', chosen.nullable(), choiceOf(newest)),
    undo: take('undo', undo.nullable(), null),
    plan: take('plan', plan, openPlan),
    visibleUntil: take('visibleUntil', instant.nullable(), null),
    recent: take('recent', z.array(z.unknown()), []).filter((text) => typeof text === 'string'),
    message: take('message', message.nullable(), null),
    askedMessage: take('askedMessage', message.nullable(), null),
    messageDraft: take('messageDraft', messageDraft.nullable(), null),
    openRequests: take('openRequests', z.array(openRequest), []),
    followUp: take('followUp', followUp.nullable(), null),
    previous: take('previous', previous.nullable(), null),
    beforeRules: take('beforeRules', beforeRules, initialState.beforeRules),
    outOfOffice: take('outOfOffice', rememberedOutOfOffice, keptNothing),
  };
  return { accountId: parsed.data.accountId, remembered };
}

/** What an older program left says only that the choice was accepted; called unseen, it is never taken for replaced. */
function choiceOf(desired: Desired | null): Choice | null {
  if (desired === null || !desired.isAccepted || desired.wish.kind === 'automatic') return null;
  const { presence, ending } = desired.wish;
  return { presence, at: desired.setAt, ending, isShown: false, ...originOf(desired.wish) };
}
