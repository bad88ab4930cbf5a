import { loadCatalogue } from '#contract/languages.ts';
import { type Speech, type SystemSpeech, speechOf } from '#contract/speech.ts';
import { speakStarters } from '#contract/starterPresets.ts';
import { createWords, type Words } from '#contract/words.ts';
import { inBackground } from './commands/inBackground.ts';
import { readConfiguration } from './configuration.ts';
import type { Folders } from './desktop/folders.ts';
import type { Log } from './ports.ts';
import { spoken } from './state/settingsTransitions.ts';
import type { Store } from './state/store.ts';

/** Builds the words of a language, and loads what they are made of. */
async function wordsOf({ language, formats }: Speech): Promise<Words> {
  return createWords(formats, undefined, await loadCatalogue(language));
}

/** The app that runs tells of what is wrong with the files. */
const unheard: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** The words in which a command line is answered by a program that is no app. Dates it leaves to the app that runs. */
export async function wordsAtStart(
  folders: Folders,
  environment: Readonly<Record<string, string | undefined>>,
  languages: readonly string[],
): Promise<Words> {
  const { settings } = await readConfiguration({ folders, environment, log: unheard });
  return wordsOf(speechOf(settings.language, { languages, formats: 'en-GB' }));
}

/** The words of the system's own language, for who may read none of our files. */
export function wordsOfSystem(languages: readonly string[]): Promise<Words> {
  return wordsOf(speechOf('system', { languages, formats: 'en-GB' }));
}

/**
 * The app's one voice: words that follow the language setting. Whoever holds them speaks the new language with the next
 * word, and what is shown is drawn anew, because the language is part of the state.
 *
 * Comes when the first language is there.
 */
export async function createVoice(store: Store, system: SystemSpeech, log: Log): Promise<Words> {
  let words = createWords(store.get().speech.formats);

  async function follow(): Promise<void> {
    const wanted = wantedSpeech();
    const next = await wordsOf(wanted);
    if (wanted.language !== wantedSpeech().language) return;
    const { presets } = store.get().settings;
    const named = speakStarters(presets, words, next);
    words = next;
    store.apply(spoken, wanted, named);
  }
  function wantedSpeech(): Speech {
    return speechOf(store.get().settings.language, system);
  }

  await follow();
  let setting = store.get().settings.language;
  store.watch(({ settings }) => {
    if (settings.language === setting) return;
    setting = settings.language;
    inBackground(log, 'language', follow());
  });
  return {
    get formats() {
      return words.formats;
    },
    say: (id, values) => words.say(id, values),
    time: (instant) => words.time(instant),
    dayAndTime: (instant, now, zone) => words.dayAndTime(instant, now, zone),
    longDay: (instant, timeZone, now) => words.longDay(instant, timeZone, now),
    weekday: (day, style) => words.weekday(day, style),
  };
}
