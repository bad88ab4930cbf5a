import type { SettingsPage } from '#contract/settingsPage.ts';
import type { WordId, Words } from '#contract/words.ts';

/** What can be found, and on which page it is. */
const places: readonly (readonly [page: SettingsPage, word: WordId])[] = [
  ['general', 'settings.language'],
  ['general', 'settings.notifyEnding'],
  ['general', 'settings.notifyElsewhere'],
  ['general', 'settings.notifyFailed'],
  ['general', 'settings.notifySignIn'],
  ['general', 'settings.notifyAbsence'],
  ['general', 'settings.stopVisibleOnLock'],
  ['general', 'settings.freeMemory'],
  ['general', 'settings.onQuit'],
  ['account', 'settings.page.account'],
  ['account', 'menu.signOutShort'],
  ['account', 'settings.route'],
  ['account', 'settings.registration'],
  ['presets', 'settings.page.presets'],
  ['presets', 'preset.add'],
  ['presets', 'preset.message'],
  ['presets', 'preset.location'],
  ['startup', 'startup.login'],
  ['startup', 'startup.when'],
  ['startup', 'startup.days'],
  ['startup', 'startup.delay'],
  ['startup', 'startup.notWhileOutOfOffice'],
  ['startup', 'startup.notOverStronger'],
  ['rules', 'rules.pause'],
  ['rules', 'rules.lock'],
  ['rules', 'rules.unlock'],
  ['rules', 'rules.idle'],
  ['rules', 'rules.sleep'],
  ['rules', 'rules.wake'],
  ['rules', 'rules.quit'],
  ['rules', 'rules.hours'],
  ['shortcuts', 'settings.page.shortcuts'],
  ['shortcuts', 'keys.single'],
  ['about', 'settings.page.about'],
  ['about', 'settings.openFile'],
  ['about', 'update.keep'],
];

export interface FoundSetting {
  readonly page: SettingsPage;
  readonly text: string;
}

/** The settings whose words hold all that was typed, in the order of the pages. */
export function findSettings(words: Words, typed: string): readonly FoundSetting[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return places
    .map(([page, word]) => ({ page, text: words.say(word) }))
    .filter(({ page, text }) => {
      const whole = `${words.say(`settings.page.${page}`)} ${text}`.toLowerCase();
      return wanted.length > 0 && wanted.every((part) => whole.includes(part));
    });
}
