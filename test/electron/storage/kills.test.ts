import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDesiredFile } from '../../../electron/storage/desiredFile.ts';
import { recordLog } from '../../fakes/log.ts';
import { seeded } from '../../fakes/unsteadyGraph.ts';

/** How often the program is killed; a longer run is asked for by the environment. */
const kills = Number(process.env['KILLS'] ?? 30);
const folder = mkdtempSync(join(tmpdir(), 'presently-kills-'));
const path = join(folder, 'desired.json');

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: join(import.meta.dirname, 'writerProcess.ts'), outDir: folder, emptyOutDir: false },
    ssr: { noExternal: true },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets the program run for a while after its first word, kills it, and tells the last thing it had acknowledged. */
async function runAndKill(milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [join(folder, 'writerProcess.js'), path], {
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
  const lost: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const acknowledged = await runAndKill(random() * 40);
    const found = Number((await createDesiredFile(path, recordLog()).load('m'))?.recent[0] ?? 0);
    if (!(found >= acknowledged)) lost.push(`${acknowledged} > ${found}`);
  }
  expect(lost).toEqual([]);
}, 3_600_000);
