import { type Preset, starterPresets } from './preset.ts';
import type { WordId, Words } from './words.ts';

const starterNames: Readonly<Record<string, WordId>> = {
  focus: 'preset.starter.focus',
  lunch: 'preset.starter.lunch',
  'done-for-today': 'preset.starter.done-for-today',
};

/** The starters in another language. Once one of them was touched, all are the user's own, and stay as they are. */
export function speakStarters(presets: readonly Preset[], before: Words, after: Words): readonly Preset[] {
  const isUntouched = [starterPresets, namedIn(before)].some(
    (untouched) => JSON.stringify(untouched) === JSON.stringify(presets),
  );
  return isUntouched ? namedIn(after) : presets;
}

function namedIn(words: Words): readonly Preset[] {
  return starterPresets.map((preset) => {
    const name = starterNames[preset.id];
    return name === undefined ? preset : { ...preset, name: words.say(name) };
  });
}
