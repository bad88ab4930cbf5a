import { join } from 'node:path';
import { type Preset, presetLimit, starterPresets } from '#contract/preset.ts';
import { defaultSettings, type Settings, type SettingsChange } from '#contract/settings.ts';
import type { Folders } from '../../../electron/desktop/folders.ts';

/** What a user wrote by hand, and no change may ever cost. */
export const byHand = { colour: 'blue', clientId: '11111111-2222-4333-8444-555555555555' };

const [focus] = starterPresets as [Preset];
const turns = 4;

/** The change of that number: one setting at a time, so that each write has to keep what the others have set. */
export function changeOf(count: number): SettingsChange {
  switch (count % turns) {
    case 0:
      return { presets: Array.from({ length: presetLimit }, (_, at) => presetOf(count, at)) };
    case 1:
      return { idleMinutes: 1 + (count % 60), notifyFailed: count % 8 === 1 };
    case 2:
      return { onQuit: count % 8 === 2 ? 'endNow' : 'keepRunning' };
    default:
      return { shortcuts: [{ action: 'preset:focus', keys: `Ctrl+Alt+${count}` }] };
  }
}

function presetOf(count: number, at: number): Preset {
  return { ...focus, id: `focus-${at}`, name: `Focus ${count}`, statusMessage: `${count} ${'x'.repeat(150)}` };
}

/** All settings when that many changes were made. */
export function settingsAfter(count: number): Settings {
  const last = Array.from({ length: turns }, (_, back) => count - turns + 1 + back).filter((each) => each > 0);
  return Object.assign({}, defaultSettings, ...last.map(changeOf));
}

/** The data folder of a program of which nobody but its user decides anything. */
export function foldersIn(folder: string): Folders {
  const at = (name: string) => join(folder, name);
  return {
    ...{ config: at('config.json'), policy: at('none/policy.json'), machine: at('none/config.json') },
    ...{ desired: at('desired.json'), verdicts: at('verdicts.json'), automation: at('automation.json') },
    ...{ tokenCache: at('token-cache.bin'), logs: at('logs'), isTemporary: false },
  };
}
