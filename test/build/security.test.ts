import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../build/security/electronegativity.mjs';
import { findHoles, reviewLock } from '../../build/security/lock.mjs';
import { reviewSources } from '../../build/security/sources.mjs';

const integrity = `sha512-${'a'.repeat(86)}==`;

describe('a lock file', () => {
  it('that is right is left in peace', () => {
    expect(
      reviewLock({
        packages: {
          '': {},
          'node_modules/zod': { version: '4.6.7', integrity },
          'node_modules/a/node_modules/@b/c': { version: '1.0.0', integrity },
        },
      }),
    ).toEqual([]);
  });

  it.each([
    [{ integrity: '' }, 'zod has no sha512 checksum'],
    [{ integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'zod has no sha512 checksum'],
    [{ integrity, resolved: 'http://packages.example/zod' }, 'zod comes from http://packages.example/zod'],
    [{ integrity, resolved: 'git+ssh://git@github.com/z/zod' }, 'zod comes from git+ssh://git@github.com/z/zod'],
    [{ integrity, name: 'zodd' }, 'zod is zodd in disguise'],
    [{ integrity, hasInstallScript: true }, 'zod has an install script'],
    [{ integrity, link: true }, 'zod is a link to a folder'],
  ])('with %j is refused', (locked, finding) => {
    expect(reviewLock({ packages: { 'node_modules/zod': locked } })).toEqual([finding]);
  });

  it.each([
    ['37.9.9', true],
    ['38.8.5', true],
    ['38.8.6', false],
    ['40.8.0', true],
    ['41.0.0', false],
    ['45.4.1', false],
  ])('with version %s has the hole that was closed in 38.8.6, 40.8.1 and 41: %s', (version, isOpen) => {
    const advisories = [{ id: 'X', package: 'electron', fixed: ['38.8.6', '40.8.1', '41.0.0'], what: 'a hole' }];
    const holes = findHoles({ packages: { 'node_modules/electron': { version } } }, advisories);
    expect(holes).toEqual(isOpen ? [`electron ${version} has X: a hole`] : []);
  });
});

it('a source that opens a door outside its place is named', () => {
  const sources = new Map([
    ['electron/desktop/openBrowser.ts', 'await shell.openExternal(url);'],
    ['electron/commands/help.ts', 'shell.openExternal(link)'],
    ['renderer/parts/Note.tsx', '<p dangerouslySetInnerHTML={{ __html: note }} />'],
    ['electron/desktop/other.ts', 'webPreferences: { sandbox: false }'],
  ]);
  expect(reviewSources(sources)).toEqual([
    'electron/commands/help.ts says openExternal',
    'renderer/parts/Note.tsx says dangerouslySetInnerHTML',
    'electron/desktop/other.ts says sandbox: false',
  ]);
});

it('the scanner’s report is read by its check and its file', () => {
  const csv = `issue, severity\nCSP_GLOBAL_CHECK,"MEDIUM","CERTAIN","N/A","0:0"\nSANDBOX_JS_CHECK,"MEDIUM","FIRM","/x/electron/a.ts","67:20"\n`;
  expect(parseReport(csv, '/x')).toEqual([
    { check: 'CSP_GLOBAL_CHECK', file: 'N/A' },
    { check: 'SANDBOX_JS_CHECK', file: 'electron/a.ts' },
  ]);
});

it('every foreign action of the hosted builds is named by its commit, which nobody can move, with the version beside it', () => {
  const folder = join(import.meta.dirname, '../../.github/workflows');
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const used = lines.filter((line) => /^\s*-?\s*uses: (?!\.\/)/.test(line));
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((line) => !/uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
});
