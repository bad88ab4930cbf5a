import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { until } from '../../../build/until.mjs';
import { endFrozenFirst } from '../../../electron/desktop/frozenFirst.ts';

const listen = `require('node:net').createServer().listen(process.argv[1])`;

/** A data folder that a program with a name of ours holds, in a place of its own, and does not answer. */
async function frozenIn(name: string) {
  const folder = mkdtempSync(join(tmpdir(), 'presently-frozen-'));
  const program = join(folder, name);
  copyFileSync(process.execPath, program, constants.COPYFILE_FICLONE);
  const socket = join(folder, 'socket');
  const first = spawn(program, ['-e', listen, socket], { stdio: 'ignore' });
  const ended = once(first, 'exit');
  onTestFinished(async () => {
    first.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true });
  });
  await until('the socket', () => existsSync(socket));
  first.kill('SIGSTOP');
  symlinkSync(socket, join(folder, 'SingletonSocket'));
  symlinkSync(`${hostname()}-${first.pid}`, join(folder, 'SingletonLock'));
  return { folder, program, first };
}

it('[X7] one that is frozen is ended also where each start has a place of its own, as an AppImage has', async () => {
  const { folder, first } = await frozenIn(basename(process.execPath));
  expect(await endFrozenFirst(folder)).toBe(first.pid);
}, 15_000);

it('[X7] one that is frozen is ended also where its file was replaced by a newer one', async () => {
  const { folder, program, first } = await frozenIn(basename(process.execPath));
  rmSync(program);
  expect(await endFrozenFirst(folder)).toBe(first.pid);
}, 15_000);

it('[X7] another program that has its number since is left alone', async () => {
  const { folder } = await frozenIn('another');
  expect(await endFrozenFirst(folder)).toBeNull();
});
