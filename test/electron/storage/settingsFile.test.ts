import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Preset, presetLimit, starterPresets } from '#contract/preset.ts';
import { defaultStartupRule, defaultWorkingHours } from '#contract/rules.ts';
import { defaultSettings, type SettingsChange } from '#contract/settings.ts';
import { readConfig } from '../../../electron/config.ts';
import { createSettingsFile } from '../../../electron/storage/settingsFile.ts';
import { recordLog } from '../../fakes/log.ts';

const [focus, lunch, home] = starterPresets as [Preset, Preset, Preset];

describe('[C4] a change of settings', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'presently-settings-'));
    path = join(folder, 'config.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const change = (next: SettingsChange, held: SettingsChange = defaultSettings) =>
    createSettingsFile(path, recordLog()).change(next, held);
  const content = async () => JSON.parse(await readFile(path, 'utf8'));

  it('makes a first file, for the owner only', async () => {
    expect(await change({ onQuit: 'endNow' })).toBe('kept');
    expect(await content()).toEqual({ onQuit: 'endNow' });
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('keeps what was written by hand: unknown keys, unusable items, unknown members', async () => {
    const odd = { id: 'odd', name: 'Odd', presence: { availability: 'Sleeping', activity: 'Sleeping' } };
    const byHand = { colour: 'blue', presets: [{ ...focus, note: 'mine' }, odd, lunch], route: 7 };
    await writeFile(path, JSON.stringify(byHand));
    const held = { presets: [focus, lunch] };
    expect(await change({ presets: [{ ...focus, name: 'Deep work' }] }, held)).toBe('kept');
    expect(await content()).toEqual({ ...byHand, presets: [{ ...focus, name: 'Deep work', note: 'mine' }, odd] });
  });

  it('keeps what was added by hand since the start, a second of one name, and what is too many', async () => {
    const second = { ...home, id: lunch.id };
    await writeFile(path, JSON.stringify({ presets: [focus, lunch, home, second] }));
    await change({ presets: [lunch] }, { presets: [focus, lunch] });
    expect(await content()).toEqual({ presets: [lunch, home, second] });
    const many = Array.from({ length: presetLimit + 1 }, (_, index) => ({ ...focus, id: `f${index}` }));
    await writeFile(path, JSON.stringify({ presets: many }));
    const held = readConfig(await readFile(path, 'utf8'), {}).settings;
    await change({ presets: held.presets.slice(1) }, held);
    expect(await content()).toEqual({ presets: many.slice(1) });
  });

  it('keeps what was edited by hand since, in all that it does not change', async () => {
    const deepWork = { ...focus, statusMessage: 'Deep work' };
    const startupRule = { ...defaultStartupRule, from: '07:00' };
    const workingHours = { ...defaultWorkingHours, to: '18:30' };
    await writeFile(path, JSON.stringify({ presets: [deepWork, lunch], startupRule, workingHours }));
    const held = { ...defaultSettings, presets: [focus, lunch] };
    const salad = { ...lunch, name: 'Salad' };
    await change({ presets: [focus, salad] }, held);
    await change({ presets: [{ ...focus, name: 'Write' }, salad] }, { presets: [focus, salad] });
    await change({ startupRule: { ...defaultStartupRule, delaySeconds: 7 } }, held);
    await change({ workingHours: { ...defaultWorkingHours, days: [2] } }, held);
    expect(await content()).toEqual({
      presets: [{ ...deepWork, name: 'Write' }, salad],
      startupRule: { ...startupRule, delaySeconds: 7 },
      workingHours: { ...workingHours, days: [2] },
    });
  });

  it('takes the place of hand edits that make no sense, by themselves or with it', async () => {
    await writeFile(path, JSON.stringify({ startupRule: { when: 'daily' }, workingHours: { to: '09:30' } }));
    const startupRule = { ...defaultStartupRule, delaySeconds: 7 };
    const workingHours = { ...defaultWorkingHours, from: '10:00' };
    await change({ startupRule, workingHours });
    expect(await content()).toEqual({ startupRule, workingHours });
  });

  it('is told while it is on its way, for whoever is about to end the program', async () => {
    const file = createSettingsFile(path, recordLog());
    const before = file.isSaving();
    const changes = [file.change({ onQuit: 'endNow' }, {}), file.change({ onQuit: 'leave' }, {})];
    const during = file.isSaving();
    await file.saved();
    expect([before, during, file.isSaving(), await content()]).toEqual([false, true, false, { onQuit: 'leave' }]);
    expect(await Promise.all(changes)).toEqual(['kept', 'kept']);
  });

  it('comes with the next one where it could not be written', async () => {
    const file = createSettingsFile(path, recordLog());
    await mkdir(path);
    const renamed = [{ ...focus, name: 'Deep work' }, lunch];
    expect(await file.change({ presets: renamed }, { presets: [focus, lunch, home] })).not.toBe('kept');
    await rm(path, { recursive: true });
    await writeFile(path, JSON.stringify({ presets: [focus, lunch, home] }));
    const both = [
      { ...focus, name: 'Deep work' },
      { ...lunch, name: 'Salad' },
    ];
    expect(await file.change({ presets: both }, { presets: renamed })).toBe('kept');
    expect(await content()).toEqual({ presets: both });
  });

  it.each(['', '{"presets": [', '[]', 'null'])('never writes over a file that is no settings: %j', async (text) => {
    await writeFile(path, text);
    expect(await change({ onQuit: 'endNow' })).toBe('unreadable');
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('says so where it cannot be written', async () => {
    await rm(folder, { recursive: true });
    await writeFile(folder, 'in the way');
    expect(await change({ onQuit: 'endNow' })).not.toBe('kept');
  });

  it('loses none of many at once', async () => {
    const file = createSettingsFile(path, recordLog());
    await Promise.all([
      file.change({ onQuit: 'endNow' }, defaultSettings),
      file.change({ route: 'createOnly' }, defaultSettings),
      file.change({ onQuit: 'leave' }, defaultSettings),
    ]);
    expect(await content()).toEqual({ onQuit: 'leave', route: 'createOnly' });
  });

  it('reads back as it was written', async () => {
    const shortcuts = [{ action: 'preset:focus', keys: 'Ctrl+Alt+F' }];
    await change({ presets: starterPresets.slice(1), shortcuts });
    const { settings, unusable } = readConfig(await readFile(path, 'utf8'), {});
    expect([settings.presets, settings.shortcuts, unusable]).toEqual([starterPresets.slice(1), shortcuts, []]);
  });
});
