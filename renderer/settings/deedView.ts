import { type Availability, availabilities } from '#contract/presence.ts';
import type { Preset } from '#contract/preset.ts';
import type { RuleDeed } from '#contract/rules.ts';
import type { Words } from '#contract/words.ts';

/** A deed as the value of a list: `keep`, `restore`, `availability:Away`, `preset:lunch`. */
export function deedKey(deed: RuleDeed): string {
  if (typeof deed === 'string') return deed;
  return 'preset' in deed ? `preset:${deed.preset}` : `availability:${deed.availability}`;
}

/** What a rule can do, in the order of the list; a preset that is gone stays, so that nothing changes unseen. */
export function deedKeys(
  current: RuleDeed,
  presets: readonly Preset[],
  simple: readonly RuleDeed[],
): readonly string[] {
  const offered = [
    ...simple.map(deedKey),
    ...availabilities.map((availability) => deedKey({ availability })),
    ...presets.map(({ id }) => deedKey({ preset: id })),
  ];
  return offered.includes(deedKey(current)) ? offered : [deedKey(current), ...offered];
}

/** The deed of a value of the list. */
export function deedOf(key: string): RuleDeed {
  const [kind, name = ''] = key.split(':');
  if (kind === 'preset') return { preset: name };
  const availability = availabilities.find((known): known is Availability => known === name);
  if (availability !== undefined) return { availability };
  return kind === 'restore' ? 'restore' : 'keep';
}

/** A value of the list in words. */
export function sayDeed(words: Words, key: string, presets: readonly Preset[]): string {
  const deed = deedOf(key);
  if (typeof deed === 'string') return words.say(`rules.deed.${deed}`);
  if ('availability' in deed) return words.say(`availability.${deed.availability}`);
  const preset = presets.find(({ id }) => id === deed.preset);
  return preset === undefined ? words.say('rules.deed.gone') : words.say('rules.deed.preset', { name: preset.name });
}
