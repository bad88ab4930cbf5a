import { z } from 'zod';
import { durations, sequels } from './plan.ts';
import { outOfOfficeShape, presenceShape } from './presenceShape.ts';
import { presetIcons, presetLimit, presetNameLimit } from './preset.ts';
import { routeSettings } from './route.ts';
import { deedShape, idleMinutesShape, startupShape, workingHoursShape } from './rulesShape.ts';
import { quitSettings, type SettingsKey } from './settings.ts';
import { languageSettings } from './speech.ts';
import { statusMessageLimit } from './statusMessage.ts';
import { workLocations } from './workLocation.ts';

const presetParts = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: z.string().trim().min(1).max(presetNameLimit),
  icon: z.enum(presetIcons),
  isFavourite: z.boolean(),
  presence: presenceShape,
  lasts: z.enum(durations),
  sequel: z.enum(sequels),
  statusMessage: z.string().max(statusMessageLimit).nullable(),
  outOfOffice: outOfOfficeShape.nullable(),
  workLocation: z.enum(workLocations).nullable(),
};

/** While it is edited: it may have no name yet, and a new one has no id. */
export const presetDraft = z.strictObject({
  ...presetParts,
  id: presetParts.id.or(z.literal('')),
  name: z.string().max(presetNameLimit),
});

/** In a file that is written by hand, a name and a presence are enough. */
export const presetInFile = z.object({
  ...presetParts,
  icon: presetParts.icon.default('star'),
  isFavourite: presetParts.isFavourite.default(true),
  lasts: presetParts.lasts.default('untilChanged'),
  sequel: presetParts.sequel.default('automatic'),
  statusMessage: presetParts.statusMessage.default(null),
  outOfOffice: presetParts.outOfOffice.default(null),
  workLocation: presetParts.workLocation.default(null),
});

const shortcutLimit = 100;
const shortcut = z.strictObject({
  action: z.string().min(1).max(60),
  keys: z.string().regex(/^([A-Za-z]+\+)*[^+\s]{1,20}$/),
});

/** A change as it comes over the wall: strict, and any keys of them. */
export const settingsChange = z.strictObject({
  language: z.enum(languageSettings).exactOptional(),
  presets: z.array(z.strictObject(presetParts)).max(presetLimit).refine(hasOwnIds).readonly().exactOptional(),
  shortcuts: z.array(shortcut).max(shortcutLimit).readonly().exactOptional(),
  singleKeys: z.boolean().exactOptional(),
  route: z.enum(routeSettings).exactOptional(),
  onQuit: z.enum(quitSettings).exactOptional(),
  stopVisibleOnLock: z.boolean().exactOptional(),
  freeMemory: z.boolean().exactOptional(),
  startupRule: startupShape.exactOptional(),
  lockRule: deedShape.exactOptional(),
  unlockRule: deedShape.exactOptional(),
  idleRule: deedShape.exactOptional(),
  idleMinutes: idleMinutesShape.exactOptional(),
  sleepRule: deedShape.exactOptional(),
  wakeRule: deedShape.exactOptional(),
  quitRule: deedShape.exactOptional(),
  workingHours: workingHoursShape.exactOptional(),
  keepUpToDate: z.boolean().exactOptional(),
  notifyEnding: z.boolean().exactOptional(),
  notifyElsewhere: z.boolean().exactOptional(),
  notifyFailed: z.boolean().exactOptional(),
  notifySignIn: z.boolean().exactOptional(),
  notifyAbsence: z.boolean().exactOptional(),
} satisfies Record<SettingsKey, z.ZodType>);

/** A list among the settings: of what, and how many of them count. */
interface ListShape {
  readonly item: z.ZodType;
  readonly limit: number;
}

/** The lists among the settings, whose items are read one by one: a bad one, or one too many, never costs the others. */
export const settingsLists: Readonly<Partial<Record<SettingsKey, ListShape>>> = {
  presets: { item: presetInFile, limit: presetLimit },
  shortcuts: { item: shortcut, limit: shortcutLimit },
};

/** The settings of several members, each of which is changed by itself. */
export const settingsOfMembers: Readonly<Partial<Record<SettingsKey, z.ZodType>>> = {
  startupRule: startupShape,
  workingHours: workingHoursShape,
};

function hasOwnIds(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map(({ id }) => id)).size === items.length;
}
