import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultStartupRule } from '#contract/rules.ts';
import type { SettingsChange } from '#contract/settings.ts';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { ask } from '../../electron/cli/client.ts';
import { endpointOf } from '../../electron/cli/endpoint.ts';
import { runCommand } from '../desktop/commandLine.ts';
import { dataFolder } from '../desktop/launch.ts';
import { type LoginManager, startLoginManager } from '../desktop/loginManager.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

const settings: SettingsChange = {
  startupRule: {
    ...defaultStartupRule,
    when: 'login',
    delaySeconds: 0,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    deed: { availability: 'Busy' },
  },
  lockRule: { availability: 'Away' },
  sleepRule: { availability: 'BeRightBack' },
};

describe('a day begins', () => {
  let workplace: Workplace;
  let login: LoginManager;
  let launched: LaunchedApp;
  let entry: string;

  const mira = () => workplace.simulator.presenceOf(workplace.simulator.people.mira);
  const environment = () => ({ ...workplace.environment, ...login.environment });
  const run = (...words: string[]) => runCommand(workplace.desktop, words, environment());

  function hears() {
    const { platform } = process;
    const userId = process.getuid?.();
    const endpoint = endpointOf({ platform, dataFolder: dataFolder(workplace.desktop), userId });
    return ask(endpoint, userId, { kind: 'status', isJson: false });
  }

  async function report(): Promise<{ readonly presence: unknown; readonly problem: unknown }> {
    return JSON.parse((await run('--status', '--json')).output);
  }

  /** What the desktop does at login: starts what the entry names, in a session of that number. */
  async function logIn(session: number, known: 'presence' | 'problem' = 'presence'): Promise<void> {
    workplace.desktop.start('gio', ['launch', entry], {
      env: {
        ...workplace.desktop.env,
        ...environment(),
        PRESENTLY_DATA_DIR: dataFolder(workplace.desktop),
        XDG_SESSION_ID: String(session),
      },
      stdio: 'ignore',
    });
    // A report would start the app itself where it comes first, and nobody would have logged in.
    await until('the app hears', async () => typeof (await hears()) !== 'string', { milliseconds: 30_000 });
    await knows(known);
  }

  /** Nobody watches an app that the desktop started, so its log tells what went wrong. */
  async function knows(what: 'presence' | 'problem'): Promise<void> {
    try {
      await until(`the app knows a ${what}`, async () => (await report())[what] !== null, { milliseconds: 30_000 });
    } catch (cause) {
      const log = await readFile(join(dataFolder(workplace.desktop), 'logs/main.log'), 'utf8');
      throw new Error(`${(await run('--status', '--json')).output}\n${log.slice(-5_000)}`, { cause });
    }
  }

  async function writeSettings(more: SettingsChange): Promise<void> {
    const text = JSON.stringify({ ...settings, ...more });
    await writeFile(join(dataFolder(workplace.desktop), 'config.json'), text);
  }

  beforeAll(async () => {
    workplace = await startWorkplace();
    const folder = dataFolder(workplace.desktop);
    await mkdir(folder, { recursive: true });
    await writeSettings({});
    entry = join(workplace.desktop.home, '.config/autostart/io.github.presently.Presently.desktop');
    login = await startLoginManager(workplace.desktop);
    launched = await workplace.launch({ environment: login.environment });
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
    const sealed = join(dataFolder(workplace.desktop), 'token-cache.bin');
    await until(
      'the sign-in is kept',
      () =>
        access(sealed).then(
          () => true,
          () => false,
        ),
      { milliseconds: 30_000 },
    );
  });
  afterAll(async () => {
    await run('--quit');
    await workplace.stop();
  });

  it('[D3] opening at login is an entry of the desktop, written and taken away by one switch', async () => {
    const page = await launched.popup();
    const set = (isOn: boolean) => page.evaluate(`window.bridge.send('setOpenAtLogin', ${isOn})`);
    await set(true);
    expect(await readFile(entry, 'utf8')).toContain(' --hidden');
    await set(false);
    await expect(access(entry)).rejects.toThrow('ENOENT');
    await set(true);
    await launched.stop();
  });

  it('[D1] started by that entry, the rule acts once, without a window', async () => {
    const posts = workplace.posts().length;
    await logIn(1);
    await trayTurns(workplace.desktop, 'red', 20_000);
    expect(await report()).toMatchObject({ presence: { availability: 'Busy', source: 'startup' } });
    expect((await run('--status')).output).toMatch(/^Busy · Set at .*, startup rule/);
    await run('--hidden');
    await run('--reset');
    await run('--quit');
    await logIn(1);
    expect(await report()).toMatchObject({ presence: { source: 'microsoft365' } });
    expect(workplace.posts().length).toBe(posts + 1);
    await run('--quit');
  });

  it('[D1] a start by a command line is no login; one that comes while that runs is', async () => {
    const posts = workplace.posts().length;
    await knows('presence');
    expect(await report()).toMatchObject({ presence: { source: 'microsoft365' } });
    expect(workplace.posts().length).toBe(posts);
    await logIn(4);
    await trayTurns(workplace.desktop, 'red', 20_000);
    expect(await report()).toMatchObject({ presence: { availability: 'Busy', source: 'startup' } });
    expect((await run('--reset')).code).toBe(0);
  });

  it('[D1] a rule for quitting acts before the end, and the next start gives the presence back', async () => {
    await run('--quit');
    await writeSettings({ quitRule: { availability: 'Offline' } });
    await knows('presence');
    expect((await run('--quit')).code).toBe(0);
    expect(mira().availability).toBe('Offline');
    await writeSettings({});
    await knows('presence');
    await until('the presence that was given back', () => mira().availability === 'Available', {
      milliseconds: 30_000,
    });
    await run('--quit');
  });

  it('[D1] where the network comes late the rule waits for it, and a choice by hand since the start stands', async () => {
    await workplace.setReachable(false);
    await logIn(2, 'problem');
    const before = workplace.posts().length;
    await workplace.setReachable(true);
    await trayTurns(workplace.desktop, 'red', 30_000);
    expect(workplace.posts().length).toBe(before + 1);
    expect(await report()).toMatchObject({ presence: { source: 'startup' } });
    await run('--quit');
    await workplace.setReachable(false);
    await logIn(3, 'problem');
    expect((await run('--set', 'away')).code).not.toBe(0);
    await workplace.setReachable(true);
    await until('the choice by hand', () => mira().availability === 'Away', { milliseconds: 30_000 });
    expect(await report()).toMatchObject({ presence: { availability: 'Away', source: 'you' } });
    expect((await run('--reset')).code).toBe(0);
    await run('--quit');
  });

  it('[D1] row 34: the screen is locked and unlocked, and the computer sleeps and wakes', async () => {
    await logIn(1);
    await until('the startup rule', () => mira().availability === 'Busy');
    login.lock();
    await until('the rule for a locked screen', () => mira().availability === 'Away');
    login.unlock();
    await until('what was before', () => mira().availability === 'Busy');
    login.sleep();
    await until('the rule for sleep', () => mira().availability === 'BeRightBack');
    login.wake();
    await until('what was before', () => mira().availability === 'Busy');
  });
});
