import { expect, it } from 'vitest';
import { loadCatalogue } from '#contract/languages.ts';
import { languages } from '#contract/speech.ts';
import { initialState } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';
import { systemClock } from '../../electron/clock.ts';
import { createCopyAdminRequest } from '../../electron/commands/copyReport.ts';
import { defaultConfig } from '../../electron/config.ts';
import { createServices } from '../../electron/services.ts';
import { createStore } from '../../electron/state/store.ts';
import { recordDesktop } from '../fakes/desktop.ts';
import { recordLog } from '../fakes/log.ts';

const clientId = '00000000-1111-2222-3333-444444444444';

it.each(languages)('an administrator is asked for all that is registered: %s', async (language) => {
  const words = createWords(language, () => 'Europe/Berlin', await loadCatalogue(language));
  const desktop = recordDesktop();
  const serviceFor = createServices({
    ...{ config: { ...defaultConfig, clientId }, clock: systemClock, log: recordLog(), words, fetch },
    looks: () => 0,
    openBrowser: async () => {},
    tokenStore: { load: async () => ({ text: '', loss: null }), save: async () => 'memory', wipe: async () => true },
  });
  await createCopyAdminRequest(createStore(initialState), serviceFor, words, desktop)();
  const [mail] = desktop.asked;
  for (const permission of ['Presence.Read, Presence.ReadWrite', 'MailboxSettings.ReadWrite', 'GitHub']) {
    expect(mail).toContain(permission);
  }
  // The link of build/policy/README.md: it approves what the registration has, and has no part that names less.
  expect(mail).toContain(`https://login.microsoftonline.com/organizations/adminconsent?client_id=${clientId}\n`);
  // Entra leads on to the registered redirect, where nobody listens then.
  expect(mail).toContain('localhost');
});
