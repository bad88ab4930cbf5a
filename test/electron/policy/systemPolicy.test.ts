import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, win32 } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type PolicyTool, policyTools, readSystemPolicy } from '../../../electron/policy/systemPolicy.ts';
import { recordLog } from '../../fakes/log.ts';

const folder = mkdtempSync(join(tmpdir(), 'presently-policy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file that is root's own on every system on which tests run. */
const ofRoot = '/etc/passwd';

/** The tool of a system, with a program of ours in place of its own. */
function toolThat(platform: 'win32' | 'darwin', script: string, file: string | null = null): PolicyTool {
  const tool = policyTools[platform];
  if (tool === undefined) throw new Error('no tool');
  const program = join(folder, `${platform}-tool`);
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  return { ...tool, program, file };
}

const key = 'HKEY_LOCAL_MACHINE\\\\Software\\\\Policies\\\\Presently';

describe('[C6] what the system’s management decides', () => {
  it('is asked of programs by their places, and of none where there is no such management', async () => {
    expect(win32.isAbsolute(policyTools.win32?.program ?? '')).toBe(true);
    expect(isAbsolute(policyTools.darwin?.program ?? '')).toBe(true);
    expect(await readSystemPolicy(policyTools.linux, recordLog())).toEqual({});
  });

  it('is read from the registry, by a program that hears nothing of the user’s environment', async () => {
    const tool = toolThat(
      'win32',
      `[ -z "$HOME$SystemRoot" ] && printf '\\r\\n${key}\\r\\n    onQuit    REG_SZ    endNow\\r\\n'`,
    );
    expect(await readSystemPolicy(tool, recordLog())).toEqual({ registry: '{"onQuit":"endNow"}' });
  });

  it('is nothing where the registry has no such key', async () => {
    const tool = toolThat(
      'win32',
      '[ "$2" = "HKLM\\Software\\Policies" ] || { echo FEHLER: Der angegebene Registrierungsschluessel wurde nicht gefunden. >&2; exit 1; }',
    );
    const log = recordLog();
    expect([await readSystemPolicy(tool, log), log.events]).toEqual([{}, []]);
  });

  it('is named as unreadable where the registry’s tools are switched off, which has the status of a missing key', async () => {
    const tool = toolThat('win32', 'echo ERROR: Registry editing has been disabled by your administrator. >&2; exit 1');
    const log = recordLog();
    expect([await readSystemPolicy(tool, log), log.events]).toEqual([{ registry: '' }, ['policy.unreadable']]);
  });

  it.each(['exit 3', 'kill -9 $$', 'head -c 3000000 /dev/zero'])(
    'is named as unreadable where its program fails by %s',
    async (script) => {
      const log = recordLog();
      expect(await readSystemPolicy(toolThat('win32', script), log)).toEqual({ registry: '' });
      expect(await readSystemPolicy(toolThat('darwin', script, ofRoot), log)).toEqual({ profile: '' });
      expect(log.events).toEqual(['policy.unreadable', 'policy.unreadable']);
    },
  );

  it('is asked for once more, with more patience, where a busy login made its program slow', async () => {
    const mark = join(folder, 'asked-once');
    const value = `printf '\\r\\n${key}\\r\\n    onQuit    REG_SZ    endNow\\r\\n'`;
    const slowOnce = toolThat('win32', `[ -e '${mark}' ] || { : > '${mark}'; exec sleep 60; }; ${value}`);
    const log = recordLog();
    expect(await readSystemPolicy(slowOnce, log, { first: 1_000, again: 30_000 })).toEqual({
      registry: '{"onQuit":"endNow"}',
    });
    expect(log.events).toEqual(['policy.slow']);
  });

  it('is named as unreadable where its program does not end, however often it is asked', async () => {
    const log = recordLog();
    const tool = toolThat('win32', 'exec sleep 60');
    expect(await readSystemPolicy(tool, log, { first: 50, again: 100 })).toEqual({ registry: '' });
    expect(log.events).toEqual(['policy.slow', 'policy.unreadable']);
  });

  it('is named as unreadable where its program is not there', async () => {
    const tool = { ...toolThat('win32', ''), program: join(folder, 'missing') };
    expect(await readSystemPolicy(tool, recordLog())).toEqual({ registry: '' });
  });

  it('is read from a profile that only root can have written', async () => {
    const tool = toolThat('darwin', `echo '{"keepUpToDate":0,"onQuit":"endNow","More":{"x":1}}'`, ofRoot);
    expect(await readSystemPolicy(tool, recordLog())).toEqual({ profile: '{"keepUpToDate":false,"onQuit":"endNow"}' });
  });

  it.each(['[]', 'null', '"x"', 'plist: invalid object'])(
    'is named as unreadable where a profile says %s',
    async (text) => {
      const tool = toolThat('darwin', `echo '${text}'`, ofRoot);
      expect(await readSystemPolicy(tool, recordLog())).toEqual({ profile: '' });
    },
  );

  it('is nothing without a profile, and asks no program', async () => {
    const mark = join(folder, 'asked');
    const tool = toolThat('darwin', `: > '${mark}'`, join(folder, 'no-such.plist'));
    expect(await readSystemPolicy(tool, recordLog())).toEqual({});
    expect(existsSync(mark)).toBe(false);
  });

  it('is not read from a profile that others can write, or a link to one', async () => {
    const file = join(folder, 'theirs.plist');
    writeFileSync(file, '');
    chmodSync(file, 0o666);
    const mark = join(folder, 'read');
    for (const theirs of [file, folder, '/proc/self/cwd']) {
      const tool = toolThat('darwin', `: > '${mark}'`, theirs);
      expect(await readSystemPolicy(tool, recordLog())).toEqual({ profile: '' });
    }
    expect(existsSync(mark)).toBe(false);
  });
});
