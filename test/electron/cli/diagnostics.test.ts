import { expect, it } from 'vitest';
import { type AppState, initialState } from '#contract/state.ts';
import { diagnosticsOf } from '../../../electron/cli/diagnostics.ts';

it('[S1] diagnostics tell what runs and how it is, and nothing of who or what', () => {
  const account = {
    homeAccountId: 'canary-1',
    id: 'canary-2',
    tenantId: 'canary-3',
    name: 'Canary Name',
    username: 'canary@contoso.com',
  };
  const state: AppState = {
    ...initialState,
    session: { status: 'signedIn', account, keptBy: 'keyring' },
    notices: [{ kind: 'notSaved' }],
  };
  const text = diagnosticsOf(state, { version: '1.2.3' }, { kind: 'offline' });
  expect(text).not.toMatch(/canary/i);
  for (const row of [
    'version | 1.2.3',
    'session | signedIn, kept by keyring',
    'problem | offline',
    'notices | notSaved',
  ]) {
    expect(text).toContain(`| ${row} |`);
  }
});

it('what the report says of the way and of the sign-in is true: a route that was chosen, a keyring that is locked', () => {
  const text = diagnosticsOf(
    {
      ...initialState,
      session: { status: 'signedOut', account: null, problem: null, isLocked: true },
      settings: { ...initialState.settings, route: 'actionsOnly' },
    },
    {},
    null,
  );
  for (const row of ['session | signedOut, locked or out of reach', 'create operation | not used, by the settings'])
    expect(text).toContain(`| ${row} |`);
});
