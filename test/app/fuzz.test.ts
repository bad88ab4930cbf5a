import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { launchPresently } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';

/** How many messages are made up; a longer run is asked for by the environment. */
const count = Number(process.env['FUZZ'] ?? 2_000);

let desktop: Desktop;
let launched: LaunchedApp;
beforeAll(async () => {
  desktop = await startDesktop();
  launched = await launchPresently({ desktop, parameters: ['--demo'] });
});
afterAll(async () => {
  await launched.stop();
  await desktop.stop();
});

/** The maker of messages as one script for the page, so that they cross the real wall as the page made them. */
async function fuzzScript(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'presently-fuzz-'));
  const entry = join(import.meta.dirname, '../fakes/fuzzPage.ts');
  const lib = { entry, name: 'fuzzPage', formats: ['iife' as const], fileName: () => 'fuzz.js' };
  await build({ configFile: false, logLevel: 'silent', build: { lib, outDir: folder, emptyOutDir: true } });
  const script = await readFile(join(folder, 'fuzz.js'), 'utf8');
  await rm(folder, { recursive: true });
  return script;
}

it(`[X2] of ${count} made-up messages from the real page none that is invalid is accepted, and the app goes on`, async () => {
  const script = await fuzzScript();
  await trayTurns(desktop, 'green');
  await clickTray(desktop);
  const page = await launched.popup();
  await page.getByRole('radio', { name: 'Busy' }).waitFor();
  await page.evaluate(script);
  const found = await page.evaluate(`fuzzPage.run(${count})`);
  expect(found).toMatchObject({ sent: count, wronglyAccepted: [] });
  expect(launched.logEvents().filter(({ event }) => event === 'unhandled')).toEqual([]);
  // Hands are heard again at once, and nothing of it all has changed what a click means.
  await page.getByRole('radio', { name: 'Busy' }).click();
  await trayTurns(desktop, 'red');
}, 1_800_000);
