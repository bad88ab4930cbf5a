import { z } from 'zod';
import type { Instant } from './instant.ts';
import { outOfOfficeDraft, outOfOfficePlan } from './outOfOfficeInput.ts';
import { draftLimit } from './outOfOfficePlan.ts';
import { durations, sequels } from './plan.ts';
import { outOfOfficeShape, presenceShape } from './presenceShape.ts';
import { pauses } from './rules.ts';
import { settingsPages } from './settingsPage.ts';
import { presetDraft, settingsChange } from './settingsShape.ts';
import { statusMessageLimit } from './statusMessage.ts';

/** Of a date or a time in a field. Units: characters. */
const longestTyped = 40;
const instant = z.iso.datetime().transform((text) => text as Instant);
const lasts = z.union([z.enum(durations), z.strictObject({ until: instant })]);
const typedMoment = z.strictObject({ date: z.string().max(longestTyped), time: z.string().max(longestTyped) });

/** The whole list of what the user can ask for: name and the shape of its input. Every way in goes through it. */
export const commands = {
  setPresence: presenceShape,
  /** With an end of its own, whatever is planned for the choices in the popup. */
  choosePresence: z.strictObject({ presence: presenceShape, lasts, sequel: z.enum(sequels) }),
  resetPresence: z.undefined(),
  /** The choice that stands, as at its own end: what comes then comes now. */
  endChoice: z.undefined(),
  /** How long choices last and what comes then; a choice that stands gets its new end at once. */
  setPlan: z.strictObject({ lasts, sequel: z.enum(sequels) }),
  /** By its id: presence, status message, out of office and work location as the preset has them. */
  applyPreset: z.string().max(60),
  /** What held before the preset that stands. */
  restorePrevious: z.undefined(),
  undo: z.undefined(),
  /** For how long no rule acts; `resume` lets them act again. */
  pauseAutomation: z.enum(pauses),
  /** Whether the system opens the app at login. */
  setOpenAtLogin: z.boolean(),
  /** Units: hours; 0 stops it. */
  keepVisible: z.int().min(0).max(12),
  setStatusMessage: z.strictObject({ text: z.string().max(statusMessageLimit), lasts }),
  /** What is written on the page and not saved; null when it is given up. */
  draftStatusMessage: z
    .strictObject({ text: z.string().max(draftLimit), lasts: z.union([z.enum(durations), typedMoment]) })
    .nullable(),
  /** Gives up a message that could not be set; what is known of the message stays. */
  dismissMessage: z.undefined(),
  /** Tries the create operation again although it was found not to be offered. */
  forgetVerdict: z.undefined(),
  /** In the presence alone: no mail. */
  setOutOfOffice: outOfOfficeShape,
  /** A whole absence: when, what is sent to whom, what the presence says. Sends mail to others if it has replies. */
  saveOutOfOffice: outOfOfficePlan,
  /** Ends or cancels it, wherever it was planned. */
  endOutOfOffice: z.undefined(),
  /** Gives up an absence that could not be saved, or has read why. */
  dismissOutOfOffice: z.undefined(),
  /** What is written on the page and not saved; null when it is given up. */
  draftOutOfOffice: outOfOfficeDraft.nullable(),
  /** Reads the automatic replies, without asking anybody for the permission. */
  readMailbox: z.undefined(),
  /** Asks for the permission to read and change them, in the browser; names the window that is to come back then. */
  allowMailbox: z.enum(['popup', 'settings']),
  keepText: z.strictObject({ text: z.string().max(draftLimit), isFavourite: z.boolean() }),
  refreshPresence: z.undefined(),
  retryPublication: z.undefined(),
  cancelPublication: z.undefined(),
  signIn: z.enum(['browser', 'deviceCode']),
  reopenSignIn: z.undefined(),
  copySignInLink: z.undefined(),
  cancelSignIn: z.undefined(),
  signOut: z.undefined(),
  startDemo: z.undefined(),
  /** Some settings with their new values; they hold at once. */
  changeSettings: settingsChange,
  /** A preset as it is edited and not saved; null when it is saved or given up. */
  draftPreset: presetDraft.nullable(),
  /** Looks for a newer version now, where this copy does that at all. */
  checkForUpdates: z.undefined(),
  /** Ends the program to put a newer version in its place, and starts that. */
  restartToUpdate: z.undefined(),
  showSettings: z.enum(settingsPages),
  /** Whether keys are being recorded, in which those in use would do what they stand for, and never be seen. */
  recordShortcut: z.boolean(),
  openConfig: z.undefined(),
  /** What does the same as an action from a command line, by the action's id. */
  copyCommandLine: z.string().max(60),
  copyAdminRequest: z.undefined(),
  copyProblem: z.undefined(),
  copyDiagnostics: z.undefined(),
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
