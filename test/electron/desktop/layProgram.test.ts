import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { layProgram } from '../../../electron/desktop/layProgram.ts';

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'presently-lay-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

it('[G2] a newer program takes the place of one that was laid before, and never writes into it', async () => {
  const folder = await createFolder();
  const [fetched, at] = [join(folder, 'fetched'), join(folder, '.Presently.AppImage.new')];
  await writeFile(fetched, 'first');
  await layProgram(fetched, at);
  const first = await open(at, 'r');
  onTestFinished(() => first.close());
  await writeFile(fetched, 'the second');
  await layProgram(fetched, at);
  expect([await first.readFile('utf8'), await readFile(at, 'utf8')]).toEqual(['first', 'the second']);
  expect((await stat(at)).mode & 0o777).toBe(0o755);
});

it('[G2] a copy that comes to nothing leaves the one that was laid before, and nothing else', async () => {
  const folder = await createFolder();
  const at = join(folder, '.Presently.AppImage.new');
  await writeFile(at, 'first');
  await expect(layProgram(join(folder, 'gone'), at)).rejects.toThrow('ENOENT');
  expect([await readFile(at, 'utf8'), await readdir(folder)]).toEqual(['first', ['.Presently.AppImage.new']]);
});
