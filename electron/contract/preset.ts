import type { OutOfOfficeSettings } from './outOfOffice.ts';
import type { Duration, Sequel } from './plan.ts';
import type { Presence } from './presence.ts';
import type { RuleName } from './rules.ts';
import type { WorkLocation } from './workLocation.ts';

/** The signs a preset may carry. */
export const presetIcons = ['focus', 'food', 'home', 'coffee', 'call', 'travel', 'book', 'star'] as const;
export type PresetIcon = (typeof presetIcons)[number];

/**
 * All that a user often sets together, under one name.
 *
 * Shape: what is null is left as it is. The status message ends when the choice ends; an empty one clears.
 */
export interface Preset {
  /** Stays when the name changes: shortcuts and rules refer to it. */
  readonly id: string;
  readonly name: string;
  readonly icon: PresetIcon;
  /** Whether it has a pill on the popup. */
  readonly isFavourite: boolean;
  readonly presence: Presence;
  readonly lasts: Duration;
  readonly sequel: Sequel;
  readonly statusMessage: string | null;
  readonly outOfOffice: OutOfOfficeSettings | null;
  readonly workLocation: WorkLocation | null;
}

/** Units: UTF-16 code units. */
export const presetNameLimit = 40;
export const presetLimit = 30;

const nothingElse = { statusMessage: null, outOfOffice: null, workLocation: null } as const;

/** What everybody starts with, to use, change or delete. */
export const starterPresets: readonly Preset[] = [
  {
    ...{ id: 'focus', name: 'Focus 2 h', icon: 'focus', isFavourite: true, ...nothingElse },
    ...{ presence: { availability: 'DoNotDisturb', activity: 'DoNotDisturb' }, lasts: 'PT2H', sequel: 'automatic' },
  },
  {
    ...{ id: 'lunch', name: 'Lunch', icon: 'food', isFavourite: true, ...nothingElse },
    ...{ presence: { availability: 'BeRightBack', activity: 'BeRightBack' }, lasts: 'PT1H', sequel: 'automatic' },
  },
  {
    ...{ id: 'done-for-today', name: 'Done for today', icon: 'home', isFavourite: true, ...nothingElse },
    ...{ presence: { availability: 'Offline', activity: 'OffWork' }, lasts: 'today', sequel: 'automatic' },
  },
];

/** An id for a new preset: its name in plain letters, and a number where another one has that. */
export function newPresetId(name: string, presets: readonly Preset[]): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const base =
    plain
      .match(/[a-z0-9]+/g)
      ?.join('-')
      .slice(0, 30) ?? 'preset';
  const isFree = (id: string) => presets.every((preset) => preset.id !== id);
  if (isFree(base)) return base;
  let number = 2;
  while (!isFree(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** Where a wish or a choice comes from. */
interface Origin {
  readonly presetId?: string;
  readonly rule?: RuleName;
}

/** The preset and the rule that something comes from, to be spread into what comes of it. */
export function originOf({ presetId, rule }: Origin): Origin {
  return { ...(presetId !== undefined && { presetId }), ...(rule !== undefined && { rule }) };
}

/** Finds a preset by its id, as shortcuts and rules refer to it. */
export function findPreset(presets: readonly Preset[], wanted: string): Preset | undefined {
  return presets.find(({ id }) => id === wanted);
}

/** Finds a preset by its exact id (saved command lines use it), else by name, else by id, both ignoring case. */
export function findNamedPreset(presets: readonly Preset[], nameOrId: string): Preset | undefined {
  const wanted = nameOrId.trim().toLowerCase();
  const byName = presets.find(({ name }) => name.toLowerCase() === wanted);
  return findPreset(presets, nameOrId) ?? byName ?? findPreset(presets, wanted);
}
