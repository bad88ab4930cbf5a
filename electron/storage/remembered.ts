import { z } from 'zod';
import type { Instant } from '#contract/instant.ts';
import { durations, openPlan, type Plan } from '#contract/plan.ts';
import { availabilities, findPresence } from '#contract/presence.ts';
import type { Wish } from '#contract/state.ts';
import type { Log } from '../ports.ts';

/** The wish that holds, and how far it came. */
export interface Desired {
  readonly wish: Wish;
  readonly setAt: Instant;
  readonly isAccepted: boolean;
  readonly acceptedAt: Instant | null;
}

/** All that the program must know again after a restart, of one account. */
export interface Remembered {
  readonly desired: Desired | null;
  readonly plan: Plan;
  readonly visibleUntil: Instant | null;
  /** Status messages written here, the newest first. */
  readonly recent: readonly string[];
}

const instant = z.iso.datetime().transform((text) => text as Instant);
const sequel = z.enum(['automatic', ...availabilities]);
const presence = z.object({ availability: z.string(), activity: z.string() }).transform((pair, context) => {
  const found = findPresence(pair.availability, pair.activity);
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: 'no pair of ours' });
  return z.NEVER;
});
const wish = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('presence'),
    presence,
    outOfOfficeSettings: z.object({ isOutOfOffice: z.boolean(), message: z.string().nullable() }).nullable(),
    ending: z.object({ at: instant, sequel }).nullable(),
  }),
  z.object({ kind: z.literal('automatic') }),
]);
const desired = z.object({ wish, setAt: instant, isAccepted: z.boolean(), acceptedAt: instant.nullable() });
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
  const remembered: Remembered = {
    desired: take('desired', desired.nullable(), null),
    plan: take('plan', plan, openPlan),
    visibleUntil: take('visibleUntil', instant.nullable(), null),
    recent: take('recent', z.array(z.unknown()), []).filter((text) => typeof text === 'string'),
  };
  return { accountId: parsed.data.accountId, remembered };
}
