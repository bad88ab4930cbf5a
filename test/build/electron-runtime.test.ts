import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDigest } from '../../build/electron-fallback.mjs';
import { resolveElectron } from '../../build/electron-runtime.mjs';

const script = fileURLToPath(new URL('../../build/electron-runtime.mjs', import.meta.url));
const place = { folder: '' };

/** A folder that looks like an Electron of that version. */
beforeEach(() => {
  place.folder = mkdtempSync(join(tmpdir(), 'presently-runtime-'));
  writeFileSync(join(place.folder, 'electron'), '#!/bin/sh\necho "$ELECTRON_RUNTIME_VERSION"\n');
  chmodSync(join(place.folder, 'electron'), 0o755);
  writeFileSync(join(place.folder, 'version'), '25.1.1\n');
});

afterEach(() => {
  rmSync(place.folder, { recursive: true });
});

function runScript(...words: string[]): string {
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: place.folder };
  return execFileSync(process.execPath, [script, ...words], { env, encoding: 'utf8' });
}

describe('the Electron runtime', () => {
  it('prints one line of JSON that names the runtime', () => {
    const { folder } = place;
    const runtime = {
      dir: folder,
      version: '25.1.1',
      source: 'ELECTRON_OVERRIDE_DIST_PATH',
      exe: `${folder}/electron`,
    };
    expect(runScript()).toBe(`${JSON.stringify(runtime)}\n`);
  });

  it('runs a command with the runtime in its environment', () => {
    expect(runScript('sh', '-c', '"$ELECTRON_EXEC_PATH"')).toBe('25.1.1\n');
  });

  it('refuses an override without an Electron in it', () => {
    rmSync(join(place.folder, 'electron'));
    expect(() => runScript()).toThrow('ELECTRON_OVERRIDE_DIST_PATH has no Electron in it');
  });

  it('refuses for a release whatever is not the declared version', () => {
    const before = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = place.folder;
    try {
      expect(() => resolveElectron({ isRelease: true })).toThrow(
        /^A release needs Electron \d+\.\d+\.\d+, not 25\.1\.1/,
      );
    } finally {
      if (before === undefined) delete process.env['ELECTRON_OVERRIDE_DIST_PATH'];
      else process.env['ELECTRON_OVERRIDE_DIST_PATH'] = before;
    }
  });

  it('takes a download that is what was pinned, and refuses one that differs', () => {
    const file = join(place.folder, 'version');
    const pinned = 'cc31f1fbd3b5da7b0d0bf1d5fdc2ab2b4b1d7f7b5fbb9bd5e35ec0d9ac4a6a6d';
    expect(() => checkDigest(file, 'sha256', 'hex', pinned)).toThrow('is not what was pinned');
    writeFileSync(file, '');
    const ofNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(checkDigest(file, 'sha256', 'hex', ofNothing)).toBeUndefined();
  });
});
