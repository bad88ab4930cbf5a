import { describe, expect, it } from 'vitest';
import { isStale } from '../../build/setup.mjs';
import {
  aptCommand,
  libraryDependencies,
  libraryPackages,
  missingTools,
  parseMissingLibraries,
} from '../../build/system.mjs';

describe('the set-up', () => {
  it('installs the npm packages again when the lock file asks for others', () => {
    const lock = {
      packages: {
        '': { version: '0.1.0' },
        'node_modules/zod': { version: '4.6.7' },
        'node_modules/for-another-system': { version: '1.0.0', optional: true },
      },
    };
    const installed = { packages: { 'node_modules/zod': { version: '4.6.7' } } };
    const older = { packages: { 'node_modules/zod': { version: '4.6.6' } } };
    expect([isStale(lock, installed), isStale(lock, older), isStale(lock, {})]).toEqual([false, true, true]);
  });

  it('names the libraries that Electron would not find', () => {
    const output = '\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibnss3.so => not found\n';
    expect(parseMissingLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
  });

  it('calls the libraries as this Debian does', () => {
    const names = (osRelease: string) => libraryPackages(osRelease).filter((name) => /gtk|nss/.test(name));
    expect(names('ID=debian\nVERSION_ID="12"\n')).toEqual(['libgtk-3-0', 'libnss3']);
    expect(names('ID=debian\nVERSION_ID="13"\n')).toEqual(['libgtk-3-0t64', 'libnss3']);
    expect(names('ID=ubuntu\nVERSION_ID="22.04"\n')).toEqual(['libgtk-3-0', 'libnss3']);
    expect(names('ID=ubuntu\nVERSION_ID="24.04"\n')).toEqual(['libgtk-3-0t64', 'libnss3']);
  });

  it('wants of a package what it installs itself, by the names of every Debian', () => {
    const wanted = libraryDependencies();
    for (const version of [12, 13]) {
      const names = libraryPackages(`ID=debian\nVERSION_ID="${version}"\n`);
      expect(wanted.map((each, at) => each.split(' | ').includes(names[at] ?? ''))).toEqual(names.map(() => true));
    }
    expect(wanted).toEqual(expect.arrayContaining(['libgtk-3-0 | libgtk-3-0t64', 'libnss3', 'libnotify4']));
  });

  it('finds out which programs are missing', () => {
    const tools = [
      { package: 'dash', file: '/bin/sh' },
      { package: 'coreutils', file: 'ls' },
      { package: 'nowhere', file: 'no-such-program' },
    ];
    expect(missingTools(tools)).toEqual(['nowhere']);
  });

  it('says the exact command that installs the rest', () => {
    expect(aptCommand(['xvfb', 'tint2'])).toBe(
      'apt-get update && apt-get install --yes --no-install-recommends xvfb tint2',
    );
  });
});
