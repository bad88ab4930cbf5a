import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import { resolveElectron } from '../../build/electron-runtime.mjs';
import { until } from '../../build/until.mjs';
import { dangerExit, dangerousSwitches, dangerousVariables } from '../../electron/desktop/dangers.ts';
import { createInstallation, type Ended, type Installation, ordinaryUser } from '../desktop/installed.ts';
import { pickInTray, trayTurns } from '../desktop/tray.ts';

/** What has to be said to weaken anything, where that is not just something. */
const weakening: Readonly<Record<string, string>> = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
let system: Installation;
let desktop: Desktop;
/** Where whatever should have no effect would leave its mark. */
let marks: string;
let data: string;

beforeAll(async () => {
  system = await createInstallation(['0.1.0', '0.1.1']);
  desktop = await startDesktop({ ...(ordinaryUser && { user: ordinaryUser }) });
  marks = join(desktop.home, 'marks');
  mkdirSync(marks);
  chmodSync(marks, 0o777);
  data = join(desktop.home, '.config/Presently');
  system.install('0.1.0');
}, 180_000);
afterAll(async () => {
  system.dispose();
  await desktop.stop();
});

/** All that the app has written to its log. */
function log(): string {
  const file = join(data, 'logs/main.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function startedByItsEntry(): Promise<void> {
  const before = log().length;
  await system.launch(desktop);
  // Grey is an icon with nothing behind it yet, too.
  await until('the app', () => log().slice(before).includes('"icon":"signedOut"'), { milliseconds: 20_000 });
  await trayTurns(desktop, 'grey', 20_000);
}

describe('the installed package', () => {
  it('is small, and carries its licences', () => {
    expect(statSync(join(system.resources, 'app.asar')).size).toBeLessThan(2_500_000);
    expect(readdirSync(system.resources).sort()).toEqual(['app.asar']);
    const notices = system.files().filter((name) => /LICENSE|copyright|NOTICES/.test(name));
    expect(notices.map((name) => name.split('/').at(-1)).sort()).toEqual(
      [
        ...['LICENSE', 'LICENSE.electron.txt', 'LICENSES.chromium.html'],
        ...['THIRD-PARTY-NOTICES.txt', 'THIRD-PARTY-NOTICES.txt', 'copyright'],
      ].sort(),
    );
    const thanks = readFileSync(join(system.resources, '../THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['@azure/msal-node', 'react', 'zod', 'electron-log']) expect(thanks).toContain(`\n${name} `);
  });

  it('has every fuse in its safe position', () => {
    const bytes = readFileSync(system.executable);
    const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
    const at = bytes.indexOf(sentinel) + sentinel.length;
    // Node, cookies, NODE_OPTIONS, inspector, integrity, asar only, snapshot of its own.
    expect(bytes.toString('latin1', at + 2, at + 9)).toBe('0100110');
  });

  it('[X6] does not start with any of the switches and variables that open it', async () => {
    const starts = [
      ...dangerousSwitches.map((name) => ({ name: `--${name}`, words: [`--${name}=${join(marks, name)}`], env: {} })),
      ...dangerousVariables.map((name) => ({ name, words: [], env: { [name]: weakening[name] ?? join(marks, name) } })),
    ];
    const started: string[] = [];
    async function work(): Promise<void> {
      for (let next = starts.pop(); next !== undefined; next = starts.pop()) {
        const { code, stderr } = await system.run(desktop, next.words, next.env);
        if (code !== dangerExit || !stderr.includes(`does not start with ${next.name},`)) {
          started.push(`${next.name}: ${code} ${stderr.slice(0, 200)}`);
        }
      }
    }
    expect(dangerousSwitches.length).toBeGreaterThanOrEqual(30);
    expect(dangerousVariables.length).toBeGreaterThanOrEqual(10);
    await Promise.all([work(), work(), work()]);
    expect(started).toEqual([]);
    expect(readdirSync(marks)).toEqual([]);
    expect(existsSync(data)).toBe(false);
  }, 180_000);

  it('[X6] as an AppImage that was started without a sandbox says why it does not start, on the screen too', async () => {
    const environment = {
      ...{ APPIMAGE: join(marks, '../Presently.AppImage'), APPDIR: dirname(system.executable) },
      ...{ LANGUAGE: 'fr', LANG: 'fr_FR.UTF-8' },
    };
    let ended: Ended | undefined;
    const run = system.run(desktop, ['--no-sandbox'], environment).then((it) => {
      ended = it;
    });
    await until('the sentence closed by a key', async () => {
      if (ended === undefined) await desktop.key('Return');
      return ended !== undefined;
    });
    await run;
    expect(ended?.code).toBe(dangerExit);
    expect(ended?.stderr).toContain('refuse aux AppImages le bac à sable de Chromium');
  });

  it('[X6] starts by its entry, in Chromium’s sandbox, and is clicked through the tray to a 201', async () => {
    await startedByItsEntry();
    const renderers = await until('a page', () => {
      const all = [...system.processes()].filter(([, line]) => line.includes('--type=renderer'));
      return all.length > 0 && all;
    });
    for (const [id, line] of renderers) {
      const status = () => readFileSync(`/proc/${id}/status`, 'utf8');
      expect(status()).toMatch(/^NoNewPrivs:\s+1$/m);
      // A process that has only just come shuts the door behind itself first.
      await until('the wall around a page', () => /^Seccomp:\s+2$/m.test(status()));
      expect(line).not.toContain('--no-sandbox');
    }
    await pickInTray(desktop, 'Down', 4);
    await trayTurns(desktop, 'green');
    await pickInTray(desktop, 'Down', 3);
    await trayTurns(desktop, 'red');
    expect(log()).toMatch(/"method":"POST","path":"[^"]*presences","status":201/);
  });

  it('[K2] sets a state by an action of its entry', async () => {
    await system.launch(desktop, 'available');
    await trayTurns(desktop, 'green');
  });

  it('[X6] is no Node, takes no other code, and has no debugger', async () => {
    const mark = join(marks, 'code');
    const code = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`;
    const file = join(desktop.home, 'code.cjs');
    writeFileSync(file, code);
    mkdirSync(join(system.resources, 'app'));
    writeFileSync(join(system.resources, 'app/package.json'), '{ "main": "main.cjs" }');
    writeFileSync(join(system.resources, 'app/main.cjs'), code);
    // Each of them finds the one that runs, and ends.
    await system.run(desktop, ['-e', code], { ELECTRON_RUN_AS_NODE: '1' });
    await system.run(desktop, ['-r', file], { NODE_OPTIONS: `--require ${file}` });
    const main = await until('its process', () => [...system.processes().keys()][0]);
    process.kill(main, 'SIGUSR1');
    const isOpen = await new Promise((resolve) => {
      const socket = createConnection({ port: 9_229, host: '127.0.0.1' });
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    });
    expect([isOpen, existsSync(mark)]).toEqual([false, false]);
    rmSync(join(system.resources, 'app'), { recursive: true });
    // Electron as it comes does what was asked, so that the mark's absence proves something.
    const { exe } = resolveElectron({ isQuiet: true });
    const raw = desktop.start(exe, ['-e', code], {
      env: { ...desktop.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: 'ignore',
      uid: process.getuid?.() ?? 0,
      gid: process.getgid?.() ?? 0,
    });
    await until('the mark of Electron itself', () => existsSync(mark) || raw.exitCode !== null);
    expect(existsSync(mark)).toBe(true);
  });

  it('is updated over itself with its settings kept, and removed without a trace but the user’s data', async () => {
    const config = join(data, 'config.json');
    const version = async () => (await system.run(desktop, ['--version'])).stdout.trim();
    system.end();
    await startedByItsEntry();
    // The third line from below opens the settings, where Tab leads past the search, the pages, the sign-in and the language.
    await pickInTray(desktop, 'Up', 3);
    await until('the switches in their window', async () => {
      const blue = await desktop.findColour([80, 96, 214], { x: 0, y: 0, width: 1024, height: 700 }, 10);
      return (blue?.count ?? 0) > 1_000;
    });
    await desktop.key('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'space');
    await until('the setting on disk', () => existsSync(config));
    const kept = readFileSync(config, 'utf8');
    expect([JSON.parse(kept), await version()]).toMatchObject([{ notifyEnding: false }, '0.1.0']);
    system.end();
    system.install('0.1.1');
    await startedByItsEntry();
    expect([readFileSync(config, 'utf8'), await version()]).toEqual([kept, '0.1.1']);
    system.end();
    system.remove();
    expect(system.files()).toEqual([]);
    expect(readFileSync(config, 'utf8')).toBe(kept);
  });
});
