import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLock } from '../../../electron/desktop/lock.ts';
import { createLockSignals } from '../../../electron/desktop/lockSignals.ts';
import { createFakeClock } from '../../fakes/clock.ts';

/** Stands where the bus's tool would: notes that it runs, tells of a lock that came first, and waits to be ended. */
const tool = `#!/bin/sh
echo "$1 $$" >> "$(dirname "$0")/runs"
echo 'signal path=/a; interface=org.gnome.ScreenSaver; member=ActiveChanged'
echo '   boolean true'
exec sleep 600
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function startLock() {
  const clock = createFakeClock();
  const lock = createLock((onChange) => createLockSignals({ session: '', clock, onChange }));
  const told: boolean[] = [];
  lock.watch((isLocked) => told.push(isLocked));
  return { ...lock, heard: told, clock };
}

function offerTool(text = tool): void {
  writeFileSync(join(folder, 'dbus-monitor'), text);
  chmodSync(join(folder, 'dbus-monitor'), 0o755);
}

/** The processes that were started to hear one of the two buses. */
function runs(bus: '--session' | '--system'): number[] {
  const file = join(folder, 'runs');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  return lines.filter((line) => line.startsWith(bus)).map((line) => Number(line.split(' ')[1]));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('what tells of a locked screen', () => {
  it('[D1] is started again when it ends, and ended when nobody wants to know', async () => {
    offerTool();
    const { listen, clock } = startLock();
    listen(true);
    await expect.poll(() => [runs('--session').length, runs('--system').length]).toEqual([1, 1]);
    process.kill(runs('--session')[0] ?? Number.NaN, 'SIGKILL');
    await expect.poll(() => clock.waiting()).toBe(1);
    await clock.advance(1_000);
    await expect.poll(() => [runs('--session').length, runs('--system').length]).toEqual([2, 1]);
    listen(false);
    const all = [...runs('--session'), ...runs('--system')];
    await expect.poll(() => all.filter(isRunning)).toEqual([]);
    expect(clock.waiting()).toBe(0);
  });

  it('is tried ever less often where there is no bus, and not at all where there is no such tool', async () => {
    offerTool('#!/bin/sh\necho "$1 $$" >> "$(dirname "$0")/runs"\n');
    const { listen, clock } = startLock();
    listen(true);
    for (const [count, pause] of [1_000, 2_000, 4_000].entries()) {
      await expect.poll(() => [runs('--session').length, clock.waiting()]).toEqual([count + 1, 2]);
      await clock.advance(pause);
    }
    await expect.poll(() => clock.waiting()).toBe(2);
    listen(false);
    rmSync(join(folder, 'dbus-monitor'));
    vi.stubEnv('PATH', folder);
    const without = startLock();
    without.listen(true);
    await new Promise(setImmediate);
    expect(without.clock.waiting()).toBe(0);
  });

  it('[N8] is not believed any more once it is not heard, and no rule takes that for an unlocked screen', async () => {
    offerTool();
    const { listen, isLocked, heard } = startLock();
    listen(true);
    await expect.poll(isLocked).toBe(true);
    listen(false);
    expect([isLocked(), heard]).toEqual([false, [true]]);
  });
});
