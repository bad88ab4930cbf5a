import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Job {
  readonly needs?: string;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = join(import.meta.dirname, '../..');
const workflow: Workflow = parse(readFileSync(join(root, '.github/workflows/release.yml'), 'utf8'));
const steps = workflow.jobs['build']?.steps?.filter(({ run }) => run !== undefined) ?? [];
const everywhere = steps.filter((step) => step.if === undefined);

let copy = '';
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'presently-release-'));
  for (const folder of ['bin', 'dist']) mkdirSync(join(copy, folder));
  symlinkSync(join(root, 'build'), join(copy, 'build'));
  symlinkSync(process.execPath, join(copy, 'bin/node'));
  writeFileSync(join(copy, 'bin/npm'), '#!/bin/sh\n', { mode: 0o755 });
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** Runs a step as the hosted machine does, in a bash that finds no program but Node's. */
function runStep(
  { run = '', 'working-directory': folder = '.' }: Step,
  secrets: Readonly<Record<string, string>> = {},
) {
  const script = run.replaceAll(/\$\{\{ runner\.os \}\}/g, 'Windows');
  const { status, stdout, stderr } = spawnSync(
    '/bin/bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd: join(copy, folder),
      encoding: 'utf8',
      env: { PATH: join(copy, 'bin'), GITHUB_ENV: join(copy, 'environment'), ...secrets },
    },
  );
  return { status, stdout, stderr };
}

describe('a release', () => {
  it('begins with the look at its tag, for which everything else waits', () => {
    const order = ['tag', 'check', 'build', 'publish'];
    expect(Object.entries(workflow.jobs).map(([job, { needs }]) => [needs, job])).toEqual(
      order.map((job, at) => [order[at - 1], job]),
    );
    expect(workflow.jobs['tag']?.steps?.map(({ run }) => run)).toContain('node build/tag.mjs');
  });

  it('is built on every system with the programs that each has: Windows has no shasum, a Mac no sha256sum', () => {
    expect(everywhere.map(({ run }) => run)).toContain('npm run dist');
    for (const step of everywhere) {
      expect([step.run, runStep(step)]).toMatchObject([step.run, { status: 0, stderr: '' }]);
    }
  });

  it('has checksums of what people fetch, which sha256sum takes', () => {
    mkdirSync(join(copy, 'dist/win-unpacked'));
    for (const name of ['B 1.exe', 'a.msi', 'presently.cdx.json', 'latest.yml', 'a.exe.blockmap', 'SHA256SUMS-old.txt'])
      writeFileSync(join(copy, 'dist', name), name);
    for (const step of everywhere) runStep(step);
    const check = ['--check', '--strict', 'SHA256SUMS-Windows.txt'];
    const { status, stdout } = spawnSync('sha256sum', check, { cwd: join(copy, 'dist'), encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, 'B 1.exe: OK\na.msi: OK\npresently.cdx.json: OK\n']);
  });

  it.each(['\n', '\r\n'])(
    'is signed with a certificate whose secret has line breaks, as base64 makes them: %j',
    (end) => {
      const [signing] = everywhere.filter(({ name }) => name === 'Signing');
      const secrets = { WINDOWS: `QUJD${end}REVG${end}`, WINDOWS_PASSWORD: 'of a $kind "so" ' };
      const { stdout } = runStep(signing ?? {}, secrets);
      const kept = readFileSync(join(copy, 'environment'), 'utf8');
      expect(kept).toBe('CSC_LINK=QUJDREVG\nCSC_KEY_PASSWORD=of a $kind "so" \n');
      // Joined, it is no secret that GitHub knows, and each later step shows it.
      expect(stdout.split('\n')).toContain('::add-mask::QUJDREVG');
    },
  );
});
