import { presetLimit } from '#contract/preset.ts';
import type { SettingsPage } from '#contract/settingsPage.ts';
import type { AppState } from '#contract/state.ts';
import type { WordId, Words } from '#contract/words.ts';

/** What can be found, on which page it is, and whether it is there now; always where that is left out. */
type Place = readonly [page: SettingsPage, word: WordId, isThere?: (state: AppState) => boolean];

const isSignedIn = ({ session }: AppState) => session.status === 'signedIn';
const isEditing = ({ presetDraft }: AppState) => presetDraft !== null;
const hasStartupRule = ({ settings }: AppState) => settings.startupRule.when !== 'never';

const places: readonly Place[] = [
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
  ['account', 'action.signIn', (state) => !isSignedIn(state)],
  ['account', 'menu.signOutShort', (state) => isSignedIn(state) && !state.isDemo],
  ['account', 'menu.leaveDemo', (state) => isSignedIn(state) && state.isDemo],
  ['account', 'settings.connection'],
  ['account', 'settings.route'],
  ['account', 'details.route', ({ verdict }) => verdict !== null],
  ['account', 'settings.registration'],
  ['presets', 'settings.page.presets'],
  ['presets', 'preset.add', (state) => !isEditing(state) && state.settings.presets.length < presetLimit],
  ['presets', 'preset.name', isEditing],
  ['presets', 'preset.icon', isEditing],
  ['presets', 'preset.presence', isEditing],
  ['presets', 'preset.message', isEditing],
  ['presets', 'preset.outOfOffice', isEditing],
  ['presets', 'preset.location', isEditing],
  ['startup', 'startup.login'],
  ['startup', 'startup.when'],
  ['startup', 'startup.deed', hasStartupRule],
  ['startup', 'startup.days', hasStartupRule],
  ['startup', 'startup.from', hasStartupRule],
  ['startup', 'startup.to', hasStartupRule],
  ['startup', 'startup.delay', hasStartupRule],
  ['startup', 'startup.notWhileOutOfOffice', hasStartupRule],
  ['startup', 'startup.notOverStronger', hasStartupRule],
  ['rules', 'rules.pause'],
  ['rules', 'rules.lock'],
  ['rules', 'rules.unlock'],
  ['rules', 'rules.idle'],
  ['rules', 'rules.idle.after', ({ automation }) => automation.canTellIdle],
  ['rules', 'rules.sleep'],
  ['rules', 'rules.wake'],
  ['rules', 'rules.quit'],
  ['rules', 'rules.hours'],
  ['rules', 'rules.outlook', isSignedIn],
  ['shortcuts', 'settings.page.shortcuts'],
  ['shortcuts', 'keys.single'],
  ['shortcuts', 'shortcut.recipe', ({ about }) => !about.hasShortcuts],
  ['about', 'settings.page.about'],
  ['about', 'settings.version'],
  ['about', 'menu.copyDiagnostics'],
  ['about', 'settings.openFile'],
  ['about', 'update.title', ({ updates }) => updates.by !== 'nobody'],
  ['about', 'update.keep', ({ updates }) => updates.by === 'itself'],
];

export interface FoundSetting {
  readonly page: SettingsPage;
  readonly text: string;
}

/** The settings whose words hold all that was typed, in the order of the pages; none that its page does not show now. */
export function findSettings(words: Words, typed: string, state: AppState): readonly FoundSetting[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const { version } = state.about;
  return places
    .filter(([, , isThere]) => isThere?.(state) ?? true)
    .map(([page, word]) => ({ page, text: words.say(word, { version }) }))
    .filter(({ page, text }) => {
      const whole = `${words.say(`settings.page.${page}`)} ${text}`.toLowerCase();
      return wanted.length > 0 && wanted.every((part) => whole.includes(part));
    });
}
