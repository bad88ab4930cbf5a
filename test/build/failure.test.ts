import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('a script that failed ends as such, although electron-builder would end it as a success', () => {
  const script = `
    import exitHook from 'async-exit-hook';
    import { fail } from './build/failure.mjs';
    exitHook(() => {});
    fail(new Error('No disk.'));`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([1, 'No disk.\n']);
});
