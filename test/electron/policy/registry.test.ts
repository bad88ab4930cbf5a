import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../electron/config.ts';
import { fitPolicy } from '../../../electron/policy/fit.ts';
import { parseRegistry } from '../../../electron/policy/registry.ts';

const clientId = '11111111-2222-4333-8444-555555555555';
const heading = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Presently';

/** What `reg.exe query` prints of a key. */
function printed(values: readonly string[], below = ''): string {
  return ['', heading, ...values.map((value) => `    ${value}`), '', below].join('\r\n');
}

function read(text: string) {
  return readConfig(null, {}, '', { registry: JSON.stringify(fitPolicy(parseRegistry(text))) });
}

describe('[C6] the registry', () => {
  it('decides by texts, numbers and lists of lines, each as its key takes it', () => {
    const found = read(
      printed([
        `clientId    REG_SZ    ${clientId}`,
        'keepUpToDate    REG_DWORD    0x0',
        'stopVisibleOnLock    REG_DWORD    0x1',
        'freeMemory    REG_SZ    true',
        'IDLEMINUTES    REG_DWORD    0x1e',
        'onQuit    REG_SZ    endNow',
        'lockRule    REG_SZ    {"availability":"Busy"}',
        'shortcuts    REG_MULTI_SZ    [\\0  {"action":"busy",\\0   "keys":"Control+Alt+B"}\\0]',
      ]),
    );
    expect(found.unusable).toEqual([]);
    expect(found.config.clientId).toBe(clientId);
    expect(found.settings).toMatchObject({
      ...{ keepUpToDate: false, stopVisibleOnLock: true, freeMemory: true, idleMinutes: 30, onQuit: 'endNow' },
      ...{ lockRule: { availability: 'Busy' }, shortcuts: [{ action: 'busy', keys: 'Control+Alt+B' }] },
    });
    expect(found.managedKeys).toHaveLength(7);
  });

  it('loses of a list only the items that cannot be used, as policy.json does', () => {
    const preset = { id: 'team', name: 'Team', presence: { availability: 'Busy', activity: 'Busy' } };
    const presets = JSON.stringify([preset, { id: 'NO', name: '' }]);
    const { managedKeys, settings, unusable } = read(printed([`presets    REG_SZ    ${presets}`]));
    const written = readConfig(null, {}, '', { policy: `{"presets":${presets}}` });
    expect([managedKeys, settings.presets.map(({ id }) => id)]).toEqual([['presets'], ['team']]);
    expect([settings.presets, unusable.map(({ keys }) => keys)]).toEqual([
      written.settings.presets,
      written.unusable.map(({ keys }) => keys),
    ]);
  });

  it('1 is a number where a number is wanted, and on where a switch is', () => {
    const { settings } = read(printed(['idleMinutes    REG_DWORD    0x1', 'notifyFailed    REG_DWORD    0x1']));
    expect([settings.idleMinutes, settings.notifyFailed]).toEqual([1, true]);
  });

  it.each([
    ['a default value in German', '    (Standard)    REG_SZ    (Wert nicht gesetzt)'],
    ['an end in German', '\r\nSuchende: 3 \u00dcbereinstimmung(en) gefunden.'],
    ['a key below', `\r\n${heading}\\More\r\n    onQuit    REG_SZ    endNow`],
    ['another key', '\r\nHKEY_CURRENT_USER\\Software\\Policies\\Presently\r\n    onQuit    REG_SZ    endNow'],
    ['names that are nobody’s', '    __proto__    REG_SZ    {"onQuit":"endNow"}\r\n    constructor    REG_SZ    x'],
    ['a line that is no value', '    onQuit endNow\r\nonQuit    REG_SZ    endNow'],
  ])('%s decides nothing', (_what, line) => {
    const { managedKeys, unusable, settings } = read(
      `\r\n${heading}\r\n    notifyFailed    REG_DWORD    0x0\r\n${line}`,
    );
    expect([managedKeys, unusable, settings.onQuit]).toEqual([['notifyFailed'], [], 'leave']);
  });

  it.each([
    ['a type that is none of the three', 'onQuit    REG_BINARY    656E644E6F77'],
    ['a text that would have to be expanded', 'onQuit    REG_EXPAND_SZ    %X%'],
    ['a number that is none', 'onQuit    REG_DWORD    endNow'],
    ['letters that a code page may have changed', 'onQuit    REG_SZ    endN\u0094w'],
    ['an unknown word', 'onQuit    REG_SZ    sometimes'],
    ['no word', 'onQuit    REG_SZ    '],
    ['half of JSON', 'onQuit    REG_MULTI_SZ    {\\0"availability":'],
  ])('%s is named and decides nothing', (_what, value) => {
    const found = read(printed([value, 'notifyFailed    REG_DWORD    0x0']));
    expect([found.unusable, found.managedKeys]).toEqual([[{ place: 'registry', keys: ['onQuit'] }], ['notifyFailed']]);
  });

  it('whatever is printed, the configuration is whole', () => {
    const whole = Object.keys(readConfig(null, {}).settings);
    const word = fc.oneof(
      fc.constantFrom('onQuit', 'presets', '__proto__', 'REG_SZ', 'REG_DWORD', '    ', '0x1', '\\0', '[', '{}', 'null'),
      fc.string(),
    );
    const lines = fc.array(fc.array(word).map((words) => words.join('    ')));
    fc.assert(
      fc.property(lines, (all) => {
        expect(Object.keys(read(printed(all, heading)).settings)).toEqual(whole);
      }),
      { numRuns: 300, seed: 6 },
    );
  });
});

it('[C6] the registry wins over policy.json, key by key, and leaves it the word where its own cannot be used', () => {
  const found = readConfig('{}', {}, '', {
    policy: JSON.stringify({ onQuit: 'endNow', notifyFailed: false, idleMinutes: 5 }),
    registry: JSON.stringify({ onQuit: 'keepRunning', idleMinutes: 'soon' }),
  });
  expect(found.settings).toMatchObject({ onQuit: 'keepRunning', notifyFailed: false, idleMinutes: 5 });
  expect([found.managedKeys, found.unusable]).toEqual([
    ['onQuit', 'idleMinutes', 'notifyFailed'],
    [{ place: 'registry', keys: ['idleMinutes'] }],
  ]);
});
