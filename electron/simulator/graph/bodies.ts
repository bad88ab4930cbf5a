import { z } from 'zod';
import { findPresence } from '#contract/presence.ts';
import { workLocations } from '#contract/workLocation.ts';
import { parseDuration } from './duration.ts';

/** The pairs that setPresence takes for an app's session. Source: learn.microsoft.com/graph/api/presence-setpresence */
const sessionPairs = [
  'Available/Available',
  'Busy/InACall',
  'Busy/InAConferenceCall',
  'DoNotDisturb/Presenting',
  'Away/Away',
];

/** The pairs of a person's own choice. Source: learn.microsoft.com/graph/api/presence-setuserpreferredpresence */
const preferredPairs = [
  'Available/Available',
  'Busy/Busy',
  'DoNotDisturb/DoNotDisturb',
  'BeRightBack/BeRightBack',
  'Away/Away',
  'Offline/OffWork',
];

const pair = { availability: z.string(), activity: z.string() };
const duration = z.string().transform((text, context) => {
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined) return milliseconds;
  context.addIssue({ code: 'custom', message: 'The value is not a duration.' });
  return z.NEVER;
});
const sessionId = z.string({ error: 'The SessionId field is required.' }).min(1, 'The SessionId field is required.');
const sessionDuration = duration.refine(
  (milliseconds) => milliseconds >= 5 * 60_000 && milliseconds <= 240 * 60_000,
  'The provided [ExpirationDuration] is out of range.',
);
const zonedTime = z.strictObject({
  '@odata.type': z.string().optional(),
  dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/, 'dateTime carries no offset.'),
  timeZone: z.string().nullish(),
});

/** Whether a pair is one that a person can choose, rather than one that only a session can have. */
export function isPreferredPair(availability: string, activity: string): boolean {
  return preferredPairs.includes(`${availability}/${activity}`);
}

function oneOf(pairs: readonly string[]) {
  return (body: { availability: string; activity: string }): boolean =>
    pairs.includes(`${body.availability}/${body.activity}`);
}

const pairProblem = { error: 'The provided combination of [Availability] and [Activity] is not supported.' };

/** Body of POST /communications/presences. Shape: as strict as the metadata, and only pairs that can be shown. */
export const createBody = z
  .strictObject({
    '@odata.type': z.literal('#microsoft.graph.presence').optional(),
    id: z.guid(),
    ...pair,
    outOfOfficeSettings: z
      .strictObject({
        '@odata.type': z.literal('#microsoft.graph.outOfOfficeSettings').optional(),
        isOutOfOffice: z.boolean(),
        message: z.string().nullish(),
      })
      .refine((settings) => settings.isOutOfOffice || settings.message == null, 'A message needs isOutOfOffice.'),
  })
  .refine((body) => findPresence(body.availability, body.activity) !== undefined, pairProblem);

/** Body of setPresence. */
export const setPresenceBody = z
  .strictObject({ sessionId, ...pair, expirationDuration: sessionDuration.nullish() })
  .refine(oneOf(sessionPairs), pairProblem);

/** Body of clearPresence. */
export const clearPresenceBody = z.strictObject({ sessionId });

/** Body of setUserPreferredPresence. */
export const setPreferredBody = z
  .strictObject({ ...pair, expirationDuration: duration.nullish() })
  .refine(oneOf(preferredPairs), pairProblem);

/** Body of an action without parameters, where there is one. */
export const emptyBody = z.strictObject({});

/** Body of setManualLocation. An evolvable enum is never sent its unknown value. */
export const manualLocationBody = z.strictObject({
  workLocationType: z.enum(['unspecified', ...workLocations]),
  placeId: z.string().nullish(),
});

/** Body of setStatusMessage. */
export const statusMessageBody = z.strictObject({
  statusMessage: z.strictObject({
    '@odata.type': z.string().optional(),
    message: z
      .strictObject({
        '@odata.type': z.string().optional(),
        content: z.string().nullish(),
        contentType: z.literal('text'),
      })
      .nullable(),
    expiryDateTime: zonedTime.nullish(),
  }),
});

/** Body of PATCH mailboxSettings: automatic replies are the only part that the simulator keeps. */
export const mailboxSettingsBody = z.strictObject({
  '@odata.type': z.string().optional(),
  '@odata.context': z.string().optional(),
  automaticRepliesSetting: z.strictObject({
    '@odata.type': z.string().optional(),
    status: z.enum(['disabled', 'alwaysEnabled', 'scheduled']).optional(),
    externalAudience: z.enum(['none', 'contactsOnly', 'all']).optional(),
    internalReplyMessage: z.string().nullish(),
    externalReplyMessage: z.string().nullish(),
    scheduledStartDateTime: zonedTime.nullish(),
    scheduledEndDateTime: zonedTime.nullish(),
  }),
});
