import { expect, it } from 'vitest';
import { actionsOf, presetAction } from '#contract/actions.ts';
import { loadCatalogue } from '#contract/languages.ts';
import { findNamedPreset, starterPresets } from '#contract/preset.ts';
import { speakStarters } from '#contract/starterPresets.ts';
import { initialState } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';
import { parse } from '../../../electron/cli/parse.ts';

const here = { now: Date.parse('2026-12-01T09:00:00.000Z'), timeZone: 'Europe/Berlin' };

it('[A3] what an action says does the same from outside is understood there', () => {
  const understood = actionsOf(initialState).flatMap(({ id, commandLine }) =>
    commandLine === null ? [] : [[id, parse(commandLine, here).kind]],
  );
  expect(understood.length).toBeGreaterThan(12);
  expect(understood.filter(([, kind]) => kind !== 'request')).toEqual([]);
});

it('[L2] what does a preset from outside goes on doing it when the language has changed', async () => {
  const english = createWords('en-GB');
  const german = createWords('de-DE', undefined, await loadCatalogue('de'));
  const inGerman = speakStarters(starterPresets, english, german);
  const inEnglish = speakStarters(inGerman, german, english);
  const found = inGerman.map((preset) => findNamedPreset(inEnglish, presetAction(preset).commandLine?.[1] ?? '')?.name);
  expect(found).toEqual(['Focus 2 h', 'Lunch', 'Done for today']);
});
