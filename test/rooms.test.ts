import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Who may import whom. The wall between the processes is the compiler's; the rooms inside are this table's. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'electron/contract': ['zod', '@formatjs/intl', 'intl-messageformat'],
  'electron/state': ['electron/contract', 'zustand/vanilla'],
  'electron/schedule': ['electron/contract', 'temporal-polyfill'],
  'electron/auth': ['electron/contract', 'electron/ports.ts', '@azure/msal-node', 'node:*'],
  'electron/graph': ['electron/contract', 'electron/ports.ts', 'htmlparser2', 'ky', 'windows-iana', 'zod'],
  'electron/storage': ['electron/contract', 'electron/line.ts', 'electron/ports.ts', 'atomically', 'zod', 'node:*'],
  'electron/policy': ['electron/contract', 'electron/config.ts', 'electron/ports.ts', 'node:*'],
  'electron/commands': [
    'electron/contract',
    'electron/line.ts',
    'electron/ports.ts',
    'electron/state',
    'electron/schedule',
    'electron/auth',
    'electron/graph',
    'electron/storage',
  ],
  'electron/ipc': ['electron/contract', 'electron/ports.ts', 'electron/soon.ts', 'zod'],
  'electron/cli': [
    'electron/contract',
    'electron/ports.ts',
    'electron/ipc/dispatch.ts',
    'temporal-polyfill',
    'zod',
    'node:*',
  ],
  'electron/tray': ['electron/contract', 'electron/soon.ts'],
  'electron/desktop': [
    'electron/contract',
    'electron/ports.ts',
    'electron/loadOnce.ts',
    'electron/ipc/serve.ts',
    'electron/commands/news.ts',
    'electron/storage/textFile.ts',
    'electron/tray/applicationMenu.ts',
    'electron/tray/quickMenu.ts',
    'electron/tray/trayPort.ts',
    'electron',
    'electron-updater',
    'node:*',
  ],
  'electron/simulator': ['electron/contract', 'windows-iana', 'zod', 'node:*'],
  'renderer/parts': ['electron/contract', 'react', '@fluentui/*'],
  'renderer/screens': [
    'electron/contract',
    'renderer/parts',
    'renderer/bridge.tsx',
    'renderer/projection.ts',
    'renderer/seen.ts',
    'react',
    '@fluentui/*',
  ],
  'renderer/settings': [
    'electron/contract',
    'renderer/parts',
    'renderer/screens',
    'renderer/bridge.tsx',
    'renderer/projection.ts',
    'react',
    '@fluentui/*',
  ],
};

/** Only these may load the simulator: it is for the demo and the tests. */
const mayUseSimulator = ['electron/services.ts'];
/** By value, so that a unit test never needs an Electron. */
const mayUseElectron = [
  'electron/main.ts',
  'electron/presently.ts',
  'electron/hearDesktop.ts',
  'electron/waysIn.ts',
  'electron/preload.ts',
  'electron/desktop',
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...found].map((match) => {
    const target = match[2] ?? match[3] ?? match[4] ?? '';
    return { from: file, to: resolve(file, target), isType: match[1] !== undefined };
  });
}

function resolve(file: string, target: string): string {
  if (target.startsWith('#contract/')) return target.replace('#contract', 'electron/contract');
  if (target.startsWith('.')) return relative(root, join(root, dirname(file), target));
  return target;
}

function isWithin(target: string, places: readonly string[]): boolean {
  return places.some((place) => {
    if (place.endsWith('*')) return target.startsWith(place.slice(0, -1));
    return target === place || target.startsWith(`${place}/`);
  });
}

const all = [...sources('electron'), ...sources('renderer')].flatMap(importsOf);

describe('the rooms', () => {
  it.each(Object.entries(mayImport))('%s imports what its row allows, and nothing else', (room, allowed) => {
    const inside = all.filter(({ from }) => from.startsWith(`${room}/`));
    const broken = inside.filter(({ to }) => !isWithin(to, [room, ...allowed]));
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    const unused = allowed.filter((place) => !inside.some(({ to }) => isWithin(to, [place])));
    expect(unused).toEqual([]);
  });

  it('the simulator is loaded lazily, and only for the demo', () => {
    const users = all.filter(
      ({ from, to }) => isWithin(to, ['electron/simulator']) && !from.startsWith('electron/simulator/'),
    );
    expect([...new Set(users.map(({ from }) => from))]).toEqual(mayUseSimulator);
    const text = readFileSync(join(root, 'electron/services.ts'), 'utf8');
    expect(text).not.toMatch(/from '\.\/simulator/);
  });

  it('Electron is imported by value only where it is used', () => {
    const users = all.filter(({ from, to, isType }) => to === 'electron' && !isType && !isWithin(from, mayUseElectron));
    expect(users.map(({ from }) => from)).toEqual([]);
    const idle = mayUseElectron.filter(
      (place) => !all.some(({ from, to, isType }) => to === 'electron' && !isType && isWithin(from, [place])),
    );
    expect(idle).toEqual([]);
  });

  it('every room has its row', () => {
    const rooms = ['electron', 'renderer'].flatMap((side) =>
      readdirSync(join(root, side), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${side}/${entry.name}`),
    );
    expect(rooms.filter((room) => mayImport[room] === undefined)).toEqual([]);
  });
});
