import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#contract/languages.ts';
import { sayNotice } from '#contract/noticeWords.ts';
import { languages } from '#contract/speech.ts';
import { createWords } from '#contract/words.ts';
import { type Decided, readConfig } from '../../../electron/config.ts';

const bad = JSON.stringify({ notifyFailed: 'perhaps' });

/** What is said of it in a language, where anything is to be said. */
async function said(language: (typeof languages)[number], above: Decided, own: string | null = null, environment = {}) {
  const words = createWords(language, () => 'UTC', await loadCatalogue(language));
  const { unusable, unreadable } = readConfig(own, environment, '', above);
  return sayNotice(words, { kind: 'configInvalid', unusable, unreadable }, 0);
}

const places = [
  ['machine', 'config.json'],
  ['policy', 'policy.json'],
  ['registry', 'HKLM\\Software\\Policies\\Presently'],
  ['profile', 'io.github.presently.Presently'],
] as const;
const other = (name: string) => places.map(([, it]) => it).filter((it) => it !== name);

describe.each(languages)('[C5][C6] what cannot be used, in %s', (language) => {
  it.each(places)('is said to stand where it does: %s', async (place, name) => {
    for (const text of [await said(language, { [place]: bad }), await said(language, { [place]: '{ "x": ' })]) {
      expect(text).toContain(name);
      for (const elsewhere of other(name)) expect(text).not.toContain(elsewhere);
    }
    expect(await said(language, { [place]: bad })).toContain('notifyFailed');
  });

  it('is told apart: the user’s config.json and the computer’s', async () => {
    expect(await said(language, { machine: bad })).not.toBe(await said(language, {}, bad));
  });
});

it.each(languages)('[C5] a default is said to stand only where it does, in %s', async (language) => {
  const overruled = await said(language, { policy: JSON.stringify({ notifyFailed: false }) }, bad);
  expect(overruled).toContain('notifyFailed');
  expect(overruled).not.toBe(await said(language, {}, bad));
});

it('[C5] each place has its own sentence, in English as this', async () => {
  const above = { machine: bad, policy: '{', registry: JSON.stringify({ onQuit: 1, idleMinutes: 'soon' }) };
  expect((await said('en', above, bad, { PRESENTLY_GRAPH_URL: 'x' })).split(/(?<=\.) /)).toEqual([
    'policy.json of your organisation can’t be read, so what else is set stands, or the defaults.',
    'notifyFailed in config.json can’t be used: a setting has its default instead, an item of a list is left out.',
    'PRESENTLY_GRAPH_URL in the environment can’t be used, so what else is set stands, or the default.',
    'notifyFailed in config.json of this computer can’t be used, so what else is set stands, or the default.',
    'onQuit, idleMinutes in the registry (HKLM\\Software\\Policies\\Presently) can’t be used, so what else is set stands, or the default.',
  ]);
});
