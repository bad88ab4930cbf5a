import { z } from 'zod';
import type { Instant } from './instant.ts';
import { outOfOfficeMessageLimit } from './outOfOffice.ts';
import { durations } from './plan.ts';
import { activities, availabilities } from './presence.ts';
import { statusMessageLimit } from './statusMessage.ts';

const presence = z.discriminatedUnion(
  'availability',
  [
    z.strictObject({ availability: z.literal('Available'), activity: z.enum(activities.Available) }),
    z.strictObject({ availability: z.literal('Busy'), activity: z.enum(activities.Busy) }),
    z.strictObject({ availability: z.literal('DoNotDisturb'), activity: z.enum(activities.DoNotDisturb) }),
    z.strictObject({ availability: z.literal('BeRightBack'), activity: z.enum(activities.BeRightBack) }),
    z.strictObject({ availability: z.literal('Away'), activity: z.enum(activities.Away) }),
    z.strictObject({ availability: z.literal('Offline'), activity: z.enum(activities.Offline) }),
  ],
  { error: `availability is one of ${availabilities.join(', ')}` },
);

const outOfOfficeSettings = z.strictObject({
  isOutOfOffice: z.boolean(),
  message: z.string().max(outOfOfficeMessageLimit).nullable(),
});

const instant = z.iso.datetime().transform((text) => text as Instant);
const lasts = z.union([z.enum(durations), z.strictObject({ until: instant })]);

/** The whole list of what the user can ask for: name and the shape of its input. Every way in goes through it. */
export const commands = {
  setPresence: presence,
  resetPresence: z.undefined(),
  /** How long choices last and what comes then; a choice that stands gets its new end at once. */
  setPlan: z.strictObject({ lasts, sequel: z.enum(['automatic', ...availabilities]) }),
  undo: z.undefined(),
  /** Units: hours; 0 stops it. */
  keepVisible: z.int().min(0).max(12),
  setStatusMessage: z.strictObject({ text: z.string().max(statusMessageLimit), lasts }),
  /** Gives up a message that could not be set; what is known of the message stays. */
  dismissMessage: z.undefined(),
  /** Tries the create operation again although it was found not to be offered. */
  forgetVerdict: z.undefined(),
  setOutOfOffice: outOfOfficeSettings,
  refreshPresence: z.undefined(),
  retryPublication: z.undefined(),
  cancelPublication: z.undefined(),
  signIn: z.enum(['browser', 'deviceCode']),
  reopenSignIn: z.undefined(),
  copySignInLink: z.undefined(),
  cancelSignIn: z.undefined(),
  signOut: z.undefined(),
  startDemo: z.undefined(),
  openConfig: z.undefined(),
  copyAdminRequest: z.undefined(),
  copyProblem: z.undefined(),
  dismissNotices: z.undefined(),
  showPopup: z.undefined(),
  hidePopup: z.undefined(),
  /** Units: CSS pixels. The popup's height follows its content. */
  resizePopup: z.int().min(120).max(900),
  quit: z.undefined(),
};

export type CommandName = keyof typeof commands;
export type CommandInputs = { [C in CommandName]: z.output<(typeof commands)[C]> };
export type CommandHandlers = { readonly [C in CommandName]: (input: CommandInputs[C]) => Promise<void> };

/** The arguments of a command as a caller writes them: none where the input is undefined. */
export type CommandArguments<C extends CommandName> = CommandInputs[C] extends undefined
  ? []
  : [input: CommandInputs[C]];

/** A command with its input, as data: what a menu item or a shortcut carries. */
export type Command = { [C in CommandName]: readonly [name: C, ...input: CommandArguments<C>] }[CommandName];
