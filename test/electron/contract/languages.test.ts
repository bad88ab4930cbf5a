import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { type Catalogue, english } from '#contract/languages/english.ts';
import { loadCatalogue } from '#contract/languages.ts';
import { languages, pseudoLanguages, reviewedLanguages, speechOf } from '#contract/speech.ts';
import { createWords, sayProblem } from '#contract/words.ts';

const root = join(import.meta.dirname, '../../..');

/** The arguments of a message with what each is: `count:plural`, `time`, and of a plural those inside it. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  const found = elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select:
        return [
          `${element.value}:${TYPE[element.type]}`,
          ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value)),
        ];
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)];
      default:
        return [`${element.value}:${TYPE[element.type]}`];
    }
  });
  return [...new Set(found)].sort();
}

function argumentsIn(catalogue: Catalogue): [id: string, found: string[]][] {
  return Object.entries(catalogue).map(([id, message]) => [id, argumentsOf(parse(message))]);
}

/** The sources that speak: all but the catalogues themselves, and but what plays Microsoft's part. */
function speakers(): string {
  const files = ['electron', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return files
    .filter((name) => /\.tsx?$/.test(name) && !/contract\/languages\/|simulator\//.test(name))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n');
}

/** What a key may be built from: its literal, or a template that leaves a part of it open, and a literal for that part. */
function mentionedIn(text: string): (id: string) => boolean {
  const literals = new Set([...text.matchAll(/'([\w.-]+)'/g)].map(([, literal]) => literal));
  const templates = [...text.matchAll(/`(\w+\.(?:[\w.-]|\$\{[^{}`]*\})*)`/g)].map(
    ([, template = '']) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '([^.]+)')}$`),
  );
  function isFilled(open: readonly string[] | undefined): boolean {
    return open?.every((part) => literals.has(part)) ?? false;
  }
  return (id) => literals.has(id) || templates.some((template) => isFilled(template.exec(id)?.slice(1)));
}

describe.each([...languages, ...pseudoLanguages])('[L1] the words in %s', (language) => {
  it('are there for every key and no other, in ICU syntax, with the arguments of the English ones', async () => {
    expect(argumentsIn(await loadCatalogue(language))).toEqual(argumentsIn(english));
  });

  it('say of which language they are, and are not empty', async () => {
    const catalogue = await loadCatalogue(language);
    expect(catalogue['app.language']).toBe(language);
    expect(Object.entries(catalogue).filter(([, message]) => message.trim() === '')).toEqual([]);
  });
});

it('[L1] no key is there that nobody speaks', () => {
  const isMentioned = mentionedIn(speakers());
  expect(Object.keys(english).filter((id) => !isMentioned(id))).toEqual([]);
  const unsaid = ['plan.lasts.forever.and.a.day', 'notice.nobodySaysThis', 'rule.why.noSuchReason'];
  expect(unsaid.filter(isMentioned)).toEqual([]);
});

it('[L1] a catalogue is said to be machine-made until it is reviewed, and English is where words begin', () => {
  expect(reviewedLanguages).toEqual(['en']);
});

it('[L2] no line in French begins with a sign of punctuation, or parts quotation marks from what they hold', async () => {
  const broken = Object.entries(await loadCatalogue('fr')).filter(([, text]) => / [:;!?»]|« /.test(text));
  expect(broken.map(([id]) => id)).toEqual([]);
});

it.each([
  ['es', 'es-MX'],
  ['en', 'en-CA'],
] as const)(
  '[L3] a sentence ends with one full stop where a time has one of its own, in %s as in %s',
  async (language, formats) => {
    const words = createWords(
      speechOf(language, { languages: [], formats }).formats,
      () => 'UTC',
      await loadCatalogue(language),
    );
    const retryAt = toInstant(Date.parse('2026-12-01T13:05:00Z'));
    expect(sayProblem(words, { kind: 'throttled', retryAt, trace: {} })).toMatch(/1:05\sp\.\s?m\.$/);
  },
);

describe('what is spoken', () => {
  const german = { languages: ['de-AT', 'en-GB'], formats: 'en-GB' };

  it('[L2] is the first of the system’s languages that the app knows, unless the user chose another', () => {
    expect([
      speechOf('system', german).language,
      speechOf('system', { ...german, languages: ['pt-BR', 'fr-CA', 'de'] }).language,
      speechOf('system', { ...german, languages: ['C', 'pt'] }).language,
      speechOf('es', german).language,
    ]).toEqual(['de', 'fr', 'en', 'es']);
  });

  it('[L3] dates have the language of the words, and clock and week of the system’s region', () => {
    const formats = (language: (typeof languages)[number], system: string) =>
      speechOf(language, { languages: [], formats: system }).formats;
    expect([
      formats('de', 'en-GB'),
      formats('de', 'en-US'),
      formats('en', 'de-DE'),
      formats('en', 'en-US-u-fw-mon-hc-h23'),
      formats('en', 'not a locale'),
    ]).toEqual([
      'de-GB-u-fw-mon-hc-h23',
      'de-US-u-fw-sun-hc-h12',
      'en-DE-u-fw-mon-hc-h23',
      'en-US-u-fw-mon-hc-h23',
      'en-US-u-fw-sun-hc-h12',
    ]);
  });
});
