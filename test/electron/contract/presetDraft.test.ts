import { expect, it } from 'vitest';
import { commands } from '#contract/commands.ts';
import { starterPresets } from '#contract/preset.ts';

const [focus] = starterPresets;
const takes = (draft: unknown) => commands.draftPreset.safeParse(draft).success;

it('[C4] a preset is kept while it is edited also without a name, and a new one without an id', () => {
  expect([focus, { ...focus, name: '' }, { ...focus, name: ' Focus ', id: '' }, null].map(takes)).toEqual([
    ...[true, true, true, true],
  ]);
});

it('[X2] and not with what no preset could have', () => {
  expect(
    [{ ...focus, name: 'F'.repeat(41) }, { ...focus, id: 'F' }, { ...focus, icon: 'skull' }, {}].map(takes),
  ).toEqual([false, false, false, false]);
});
