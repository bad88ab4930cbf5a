import { describe, expect, it } from 'vitest';
import { defaultSettings, type SettingsChange } from '#contract/settings.ts';
import { initialState } from '#contract/state.ts';
import { createChangeSettings } from '../../../electron/commands/changeSettings.ts';
import { createStore } from '../../../electron/state/store.ts';
import type { SettingsKept } from '../../../electron/storage/settingsFile.ts';

function setUp(kept: SettingsKept) {
  const store = createStore({ ...initialState, managedKeys: ['route'] });
  const written: SettingsChange[] = [];
  const change = createChangeSettings(store, {
    change: async (some) => {
      written.push(some);
      return kept;
    },
  });
  return { store, written, change };
}

describe('changing settings', () => {
  it('[A4] drops what the organisation decides, and keeps the rest', async () => {
    const { store, written, change } = setUp('kept');
    await change({ route: 'createOnly', onQuit: 'endNow' });
    expect(store.get().settings).toEqual({ ...defaultSettings, onQuit: 'endNow' });
    expect([written, store.get().notices]).toEqual([[{ onQuit: 'endNow' }], []]);
  });

  it.each<[SettingsKept, string]>([
    ['unreadable', 'settingsNotSaved'],
    ['notWritten', 'notSaved'],
  ])('[C4] holds also where it is %s, and says so', async (kept, kind) => {
    const { store, change } = setUp(kept);
    await change({ onQuit: 'endNow' });
    expect([store.get().settings.onQuit, store.get().notices]).toEqual(['endNow', [{ kind }]]);
  });
});
