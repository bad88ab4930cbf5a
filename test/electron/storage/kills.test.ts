import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { initialState } from '#contract/state.ts';
import { loadConfiguration } from '../../../electron/configuration.ts';
import { createStore } from '../../../electron/state/store.ts';
import { createDesiredFile } from '../../../electron/storage/desiredFile.ts';
import { recordLog } from '../../fakes/log.ts';
import { seeded } from '../../fakes/unsteadyGraph.ts';
import { byHand, foldersIn, settingsAfter } from './settingsWrites.ts';

/** How often each program is killed; a longer run is asked for by the environment. */
const kills = Number(process.env['KILLS'] ?? 30);
const programs = mkdtempSync(join(tmpdir(), 'presently-kills-'));
const folder = join(programs, 'data');

beforeAll(async () => {
  mkdirSync(folder);
  const input = ['writerProcess', 'settingsProcess'].map((name) => join(import.meta.dirname, `${name}.ts`));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: true, rollupOptions: { input }, outDir: programs, emptyOutDir: false },
    ssr: { noExternal: true },
  });
});
afterAll(() => rmSync(programs, { recursive: true, force: true }));

/** Lets a program run for a while after its first word, kills it, and tells the last thing it had acknowledged. */
async function runAndKill(milliseconds: number, program: string, ...parameters: string[]): Promise<number> {
  const child = spawn(process.execPath, [join(programs, `${program}.js`), ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
  });
  await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  await once(child, 'close');
  return Number(said.trimEnd().split('\n').at(-1));
}

it(`[W1] nothing acknowledged is lost when the program is killed (${kills} times)`, async () => {
  const random = seeded(1);
  const path = join(folder, 'desired.json');
  const lost: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const acknowledged = await runAndKill(random() * 40, 'writerProcess', path);
    const remembered = await createDesiredFile(path, recordLog()).load('m');
    const found = remembered === 'unreachable' ? Number.NaN : Number(remembered?.recent[0] ?? 0);
    if (!(found >= acknowledged)) lost.push(`${acknowledged} > ${found}`);
  }
  expect(lost).toEqual([]);
}, 3_600_000);

/** What the app finds when it starts: its settings, what it has to tell of them, and what the user wrote by hand. */
async function findSettings() {
  const folders = foldersIn(folder);
  const store = createStore(initialState);
  const log = recordLog();
  const { clientId } = await loadConfiguration({ folders, environment: {}, log }, store);
  const { colour } = JSON.parse(readFileSync(folders.config, 'utf8'));
  const { settings, notices } = store.get();
  return { settings, rest: { byHand: { colour, clientId }, notices, warnings: log.events } };
}

it(`[C4][B1] no setting is lost when the program is killed while it writes config.json (${kills} times)`, async () => {
  const random = seeded(2);
  const lost: string[] = [];
  let made = 0;
  writeFileSync(foldersIn(folder).config, JSON.stringify(byHand));
  for (let kill = 0; kill < kills; kill += 1) {
    const acknowledged = await runAndKill(random() * 40, 'settingsProcess', folder, `${made}`);
    const { settings, rest } = await findSettings();
    // The change after it was under way: it is there whole, or not at all.
    const now = [acknowledged, acknowledged + 1].find((count) => isDeepStrictEqual(settings, settingsAfter(count)));
    if (now === undefined || acknowledged <= made) lost.push(`after ${acknowledged}: ${JSON.stringify(settings)}`);
    expect(rest).toEqual({ byHand, notices: [], warnings: [] });
    made = now ?? acknowledged;
  }
  expect(lost).toEqual([]);
  // No half of a write is left, and nothing was set aside.
  expect(readdirSync(folder).filter((name) => name.startsWith('config'))).toEqual(['config.json', 'config.json.bak']);
}, 3_600_000);
