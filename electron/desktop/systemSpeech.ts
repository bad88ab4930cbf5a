import { app, systemPreferences } from 'electron';
import type { SystemSpeech } from '#contract/speech.ts';
import { dayTags } from '#contract/week.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the system says of languages, once the app is ready. */
export function readSystemSpeech(environment: Environment): SystemSpeech {
  return { languages: app.getPreferredSystemLanguages(), formats: formatsOf(environment) };
}

function formatsOf(environment: Environment): string {
  if (process.platform === 'linux') return posixFormats(environment);
  return process.platform === 'darwin' ? `${app.getSystemLocale()}${macChoices()}` : app.getSystemLocale();
}

/** On Linux dates have a locale of their own. Shape: `de_DE.UTF-8@euro` as de-DE; C and POSIX are nobody's. */
export function posixFormats({ LC_ALL: all, LC_TIME: time, LANG: language }: Environment): string {
  const name = [all, time, language].find(Boolean) ?? 'C';
  const [tag = ''] = name.split(/[.@]/);
  return ['C', 'POSIX'].includes(tag) ? 'en-US' : tag.replaceAll('_', '-');
}

/** What a person on a Mac decided about the clock and the week, whatever their region has. */
function macChoices(): string {
  const clock = systemPreferences.getUserDefault('AppleICUForce24HourTime', 'boolean') ? ['hc', 'h23'] : [];
  const { gregorian: day } = systemPreferences.getUserDefault('AppleFirstWeekday', 'dictionary') ?? {};
  // There 1 is Sunday.
  const week = typeof day === 'number' ? ['fw', dayTags[(day + 5) % 7]] : [];
  return clock.length + week.length === 0 ? '' : ['', 'u', ...week, ...clock].join('-');
}
