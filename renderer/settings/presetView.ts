import { activities, availabilities, findPresence, type Presence, plainPresence } from '#contract/presence.ts';
import { newPresetId, type Preset } from '#contract/preset.ts';
import { sayChoice, type Words } from '#contract/words.ts';

/** Every presence that can be chosen, in the order of the tiles. */
export const choosable: readonly Presence[] = availabilities.flatMap((availability) =>
  activities[availability].flatMap((activity) => findPresence(availability, activity) ?? []),
);

/** A preset in one line: what is shown, for how long, and what then. */
export function sayPreset(words: Words, { presence, lasts, sequel }: Preset): string {
  const values = { presence: sayChoice(words, presence), lasts: words.say(`plan.lasts.${lasts}`) };
  if (lasts === 'untilChanged' || sequel === 'automatic') return words.say('preset.summary', values);
  return words.say('preset.summaryThen', { ...values, sequel: sayChoice(words, plainPresence(sequel)) });
}

/** What a new one begins as. */
export const emptyPreset: Preset = {
  ...{ id: '', name: '', icon: 'star', isFavourite: true },
  ...{ presence: plainPresence('Busy'), lasts: 'PT1H', sequel: 'automatic' },
  ...{ statusMessage: null, outOfOffice: null, workLocation: null },
};

/** What is wrong with a name; null when nothing is. */
export function nameProblem({ id, name }: Preset, presets: readonly Preset[]): 'nameMissing' | 'nameTaken' | null {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return 'nameMissing';
  const isTaken = presets.some((other) => other.id !== id && other.name.toLowerCase() === wanted);
  return isTaken ? 'nameTaken' : null;
}

/** The list with a preset in it: in its place, or at the end as a new one. */
export function withPreset(presets: readonly Preset[], preset: Preset): readonly Preset[] {
  const named = { ...preset, name: preset.name.trim() };
  if (preset.id === '') return [...presets, { ...named, id: newPresetId(named.name, presets) }];
  return presets.map((other) => (other.id === preset.id ? named : other));
}

/** The list with one of its presets moved by so many places; as it is where there is no such place. */
export function moved(presets: readonly Preset[], id: string, places: number): readonly Preset[] {
  const from = presets.findIndex((preset) => preset.id === id);
  const preset = presets[from];
  const to = from + places;
  if (preset === undefined || to < 0 || to >= presets.length) return presets;
  const others = presets.filter((other) => other !== preset);
  return [...others.slice(0, to), preset, ...others.slice(to)];
}

/** The list with a deleted preset in its place again; null where another one has its id or its name by now. */
export function withReturned(presets: readonly Preset[], preset: Preset, index: number): readonly Preset[] | null {
  // Until main has told of it, the list has it still.
  const others = presets.filter((other) => other !== preset);
  if (others.some(({ id }) => id === preset.id) || nameProblem(preset, others) !== null) return null;
  return [...others.slice(0, index), preset, ...others.slice(index)];
}
