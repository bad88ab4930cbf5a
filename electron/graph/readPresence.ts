import { z } from 'zod';
import { activities, type SeenPresence } from '#contract/presence.ts';
import type { Outcome } from '#contract/problem.ts';
import type { StatusMessage } from '#contract/statusMessage.ts';
import { workLocations } from '#contract/workLocation.ts';
import type { GraphClient } from './client.ts';
import { answeredByOthers } from './graphProblem.ts';
import { instantOf } from './zonedTime.ts';

/** Lenient on purpose: members are missing in government clouds and for other people, and new words arrive unannounced. */
const presenceBody = z.object({
  id: z.string().nullish().catch(null),
  availability: z.string().nullish().catch(null),
  activity: z.string().nullish().catch(null),
  outOfOfficeSettings: z
    .object({ isOutOfOffice: z.boolean().nullish().catch(null), message: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
  sequenceNumber: z.string().nullish().catch(null),
  workLocation: z
    .object({ workLocationType: z.enum(workLocations) })
    .nullish()
    .catch(null),
  statusMessage: z
    .object({
      message: z
        .object({ content: z.string().nullish().catch(null) })
        .nullish()
        .catch(null),
      expiryDateTime: z
        .object({ dateTime: z.string(), timeZone: z.string().nullish().catch(null) })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(undefined),
});

/** What was read, and the service's stamp of its age where it sets one. */
export interface PresenceRead {
  readonly value: SeenPresence;
  readonly sequence: string | null;
  /** Whether presences say anything of being out of office; in government clouds they have no such property. */
  readonly hasOutOfOffice: boolean;
}

const seenAvailabilities = new Map<string, SeenPresence['availability']>([
  ['available', 'Available'],
  ['availableidle', 'Available'],
  ['busy', 'Busy'],
  ['busyidle', 'Busy'],
  ['donotdisturb', 'DoNotDisturb'],
  ['berightback', 'BeRightBack'],
  ['away', 'Away'],
  ['offline', 'Offline'],
]);

/** What the reference page of 2025 lists as availabilities, and all else of Microsoft's has as activities. */
const finer = new Map<string, SeenPresence['availability']>([
  ['inacall', 'Busy'],
  ['inameeting', 'Busy'],
  ['focusing', 'DoNotDisturb'],
  ['presenting', 'DoNotDisturb'],
]);

/** Activities that Microsoft computes and nobody can choose, beside those of the table. */
const computedActivities = [
  'AvailableInactive',
  'Inactive',
  'InAMeeting',
  'Focusing',
  'UrgentInterruptionsOnly',
  'Offline',
  'OutOfOffice',
  'PresenceUnknown',
];
const seenActivities = new Map(
  [...Object.values(activities).flat(), ...computedActivities].map((name) => [name.toLowerCase(), name]),
);

/** A free text of the service's, bounded, so that a mad answer cannot fill the popup. */
const longestText = 2_000;

/**
 * Asks Microsoft Graph what it shows as the signed-in user's presence.
 *
 * Shape: the whole resource is read, because `$select` on presence fails in the field. Words are compared without
 * regard to case: the reference pages and the service disagree about it.
 * `sequence` is for `isOlder`, because answers may overtake each other.
 * Problems: those of the client; `intercepted` when the answer is no presence at all.
 * Source: https://learn.microsoft.com/graph/api/presence-get
 */
export async function readPresence(graph: GraphClient): Promise<Outcome<PresenceRead>> {
  const reply = await graph({ method: 'GET', path: 'me/presence' });
  if (!reply.ok) return reply;
  const parsed = presenceBody.safeParse(reply.value.body);
  if (!parsed.success || isNobodys(parsed.data)) return answeredByOthers(reply.value);
  const { sequenceNumber, outOfOfficeSettings } = parsed.data;
  const hasOutOfOffice = outOfOfficeSettings !== undefined;
  return { ok: true, value: { value: seenPresence(parsed.data), sequence: sequenceNumber || null, hasOutOfOffice } };
}

/**
 * Whether an answer is older than the one that is held, by their stamps; without both of them it never is.
 *
 * Shape: the stamps are text that grows, so a longer one is larger. Source: "sequenceNumber" of the presence resource
 */
export function isOlder(sequence: string | null, held: string | null): boolean {
  if (sequence === null || held === null) return false;
  return sequence.length === held.length ? sequence < held : sequence.length < held.length;
}

type PresenceBody = z.output<typeof presenceBody>;

/** Whoever answers in the service's place may do so in JSON; that would be a presence without out of office. */
function isNobodys({ id, availability, activity }: PresenceBody): boolean {
  return id == null && availability == null && activity == null;
}

function seenPresence(body: PresenceBody): SeenPresence {
  const { outOfOfficeSettings, statusMessage, workLocation } = body;
  return {
    ...seenPair(body.availability ?? '', body.activity ?? ''),
    outOfOfficeSettings: {
      isOutOfOffice: outOfOfficeSettings?.isOutOfOffice ?? false,
      // Whole: it goes back as it came whenever something else is changed.
      message: outOfOfficeSettings?.message ?? null,
    },
    ...(statusMessage === undefined ? {} : { statusMessage: seenMessage(statusMessage) }),
    ...(workLocation == null ? {} : { workLocation: workLocation.workLocationType }),
  };
}

function seenPair(availability: string, activity: string): Pick<SeenPresence, 'availability' | 'activity'> {
  const coarse = finer.get(availability.toLowerCase());
  const word = coarse === undefined ? activity : availability;
  const known = seenActivities.get(word.toLowerCase()) ?? word.slice(0, longestText);
  // Microsoft's own example of a presence has it beside Away; people see it for itself.
  if (known === 'BeRightBack') return { availability: known, activity: known };
  return {
    availability: coarse ?? seenAvailabilities.get(availability.toLowerCase()) ?? 'PresenceUnknown',
    activity: known,
  };
}

/** With it Teams marks a message that it shows to whoever writes to the person; it is no text of theirs. */
const pin = /<pinnednote>\s*<\/pinnednote>\s*$/;

function seenMessage(statusMessage: NonNullable<PresenceBody['statusMessage']> | null): StatusMessage | null {
  const text = statusMessage?.message?.content?.replace(pin, '').slice(0, longestText) ?? '';
  if (text.trim() === '') return null;
  const expiry = statusMessage?.expiryDateTime;
  return { text, endsAt: expiry == null ? null : instantOf(expiry.dateTime, expiry.timeZone ?? 'UTC') };
}
