import { expect, it } from 'vitest';
import { type AppState, initialState } from '#contract/state.ts';
import { diagnose } from '../../../electron/commands/copyDiagnostics.ts';

const about = {
  ...{ version: '1.2.3', electron: '45.4.1', chromium: '150.0.0', node: '24.0.0', system: 'linux x64 6.1.0' },
  ...{ desktop: 'GNOME x11', locale: 'de', isPackaged: true },
};

it('[S1] diagnostics tell what runs and how it is, and nothing of who or what', () => {
  const state: AppState = {
    ...initialState,
    session: {
      status: 'signedIn',
      account: { id: 'canary-id', name: 'Canary Name', username: 'canary@contoso.com', tenantId: 'canary-tenant' },
    } as AppState['session'],
    notices: [{ kind: 'notSaved' }],
  };
  const text = diagnose(about, state, ['https://graph.microsoft.com']);
  expect(text).not.toMatch(/canary/i);
  expect(text.split('\n')).toEqual(
    expect.arrayContaining([
      'version: 1.2.3',
      'system: linux x64 6.1.0',
      'origins: https://graph.microsoft.com',
      'session: signedIn',
      'route: create',
      'problem: none',
      'notices: notSaved',
    ]),
  );
});
