import { app, systemPreferences } from 'electron';
import type { SystemSpeech } from '#contract/speech.ts';
import { type MacChoices, macFormats } from './macFormats.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the system says of languages, once the app is ready. */
export function readSystemSpeech(environment: Environment): SystemSpeech {
  return { languages: app.getPreferredSystemLanguages(), formats: formatsOf(environment) };
}

function formatsOf(environment: Environment): string {
  if (process.platform === 'linux') return posixFormats(environment);
  const said = app.getSystemLocale();
  return process.platform === 'darwin' ? macFormats(said, macChoices()) : said;
}

/** On Linux dates have a locale of their own. Shape: `de_DE.UTF-8@euro` as de-DE; C and POSIX are nobody's. */
export function posixFormats({ LC_ALL: all, LC_TIME: time, LANG: language }: Environment): string {
  const name = [all, time, language].find(Boolean) ?? 'C';
  const [tag = ''] = name.split(/[.@]/);
  return ['C', 'POSIX'].includes(tag) ? 'en-US' : tag.replaceAll('_', '-');
}

function macChoices(): MacChoices {
  return {
    has24Hours: systemPreferences.getUserDefault('AppleICUForce24HourTime', 'boolean'),
    has12Hours: systemPreferences.getUserDefault('AppleICUForce12HourTime', 'boolean'),
    firstWeekday: systemPreferences.getUserDefault('AppleFirstWeekday', 'dictionary')?.['gregorian'],
  };
}
