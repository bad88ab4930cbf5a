import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '#contract/settings.ts';
import { configTemplate, defaultConfig, readConfig } from '../../electron/config.ts';

const clientId = '11111111-2222-4333-8444-555555555555';

describe('config.json', () => {
  it('[C1] a bad key falls back to its default and is named; the others hold', () => {
    const text = JSON.stringify({
      clientId,
      authority: 'ftp://x',
      graphVersion: 'v3',
      graphUrl: 7,
      route: 'POST',
      colour: 'blue',
    });
    expect(readConfig(text, {})).toEqual({
      config: { ...defaultConfig, clientId },
      settings: defaultSettings,
      unusable: [{ place: 'user', keys: ['authority', 'graphUrl', 'graphVersion', 'route'] }],
      isUnreadable: false,
      unreadable: [],
      managedKeys: [],
    });
  });

  it.each(['', '{', 'null', '[]', '"x"', '\u0000'])(
    '[C2] text that is no settings object (%j) leaves the defaults',
    (text) => {
      expect(readConfig(text, {})).toEqual({
        config: defaultConfig,
        settings: defaultSettings,
        unusable: [],
        isUnreadable: true,
        unreadable: [],
        managedKeys: [],
      });
    },
  );

  it('[C2] or what was last good, where a copy of that is', () => {
    const found = readConfig('{ "clientId": ', {}, JSON.stringify({ clientId }));
    expect([found.config.clientId, found.isUnreadable]).toEqual([clientId, true]);
  });

  it('[C5] the policy wins over the environment and the file, key by key, and locks what it decides', () => {
    const policy = { clientId, graphVersion: 'v1.0', onQuit: 'endNow', route: 'POST', notifyEnding: false };
    const user = { graphVersion: 'beta', onQuit: 'leave', route: 'createOnly', notifyEnding: true };
    const found = readConfig(
      JSON.stringify(user),
      { PRESENTLY_CLIENT_ID: '22222222-2222-4333-8444-555555555555' },
      '',
      { policy: JSON.stringify(policy) },
    );
    expect(found.config).toMatchObject({ clientId, graphVersion: 'v1.0' });
    expect(found.settings).toMatchObject({ onQuit: 'endNow', route: 'createOnly', notifyEnding: false });
    expect([found.managedKeys, found.unusable]).toEqual([
      ['onQuit', 'notifyEnding'],
      [{ place: 'policy', keys: ['route'] }],
    ]);
  });

  it('[C5] the computer’s own configuration wins over environment and file, and the policy over all', () => {
    const machine = { clientId, graphVersion: 'v1.0', onQuit: 'endNow', keepUpToDate: false, idleMinutes: 'soon' };
    const found = readConfig(
      JSON.stringify({ keepUpToDate: true, onQuit: 'leave' }),
      { PRESENTLY_CLIENT_ID: '22222222-2222-4333-8444-555555555555' },
      '',
      { machine: JSON.stringify(machine), policy: JSON.stringify({ onQuit: 'keepRunning', graphVersion: 'beta' }) },
    );
    expect(found.config).toMatchObject({ clientId, graphVersion: 'beta' });
    expect(found.settings).toMatchObject({ onQuit: 'keepRunning', keepUpToDate: false });
    expect([found.managedKeys, found.unusable]).toEqual([
      ['onQuit', 'keepUpToDate'],
      [{ place: 'machine', keys: ['idleMinutes'] }],
    ]);
  });

  it('[C5] a bad key of the user’s that something stronger decides is told apart: its default does not stand', () => {
    const user = { clientId: 'x', graphUrl: 7, graphVersion: 'v3', onQuit: 'maybe', presets: [1], notifyEnding: 'no' };
    const { unusable } = readConfig(JSON.stringify(user), { PRESENTLY_CLIENT_ID: clientId }, '', {
      machine: JSON.stringify({ graphVersion: 'v1.0' }),
      policy: JSON.stringify({ onQuit: 'leave', presets: [], notifyEnding: 'perhaps' }),
    });
    expect(unusable).toEqual([
      { place: 'user', keys: ['graphUrl', 'notifyEnding'] },
      { place: 'overruled', keys: ['clientId', 'graphVersion', 'presets[0]', 'onQuit'] },
      { place: 'policy', keys: ['notifyEnding'] },
    ]);
  });

  it('[C5] a policy that is none decides nothing, and is named', () => {
    const { unusable, unreadable, managedKeys, isUnreadable } = readConfig('{}', {}, '', { policy: '{ "clientId": ' });
    expect([unusable, unreadable, managedKeys, isUnreadable]).toEqual([[], ['policy'], [], false]);
  });

  it('no file at all is nothing to complain about', () => {
    expect(readConfig(null, {})).toEqual({
      config: defaultConfig,
      settings: defaultSettings,
      unusable: [],
      isUnreadable: false,
      unreadable: [],
      managedKeys: [],
    });
  });

  it('the environment overrides the file, and a bad variable is named by its own name', () => {
    const environment = {
      PRESENTLY_CLIENT_ID: clientId,
      PRESENTLY_AUTHORITY: 'https://sign-in.example/contoso',
      PRESENTLY_GRAPH_URL: 'http://graph.example',
    };
    expect(readConfig(JSON.stringify({ graphVersion: 'v1.0' }), environment)).toEqual({
      config: { ...defaultConfig, clientId, authority: 'https://sign-in.example/contoso', graphVersion: 'v1.0' },
      settings: defaultSettings,
      unusable: [{ place: 'environment', keys: ['PRESENTLY_GRAPH_URL'] }],
      isUnreadable: false,
      unreadable: [],
      managedKeys: [],
    });
  });

  it.each([
    ['http://127.0.0.1:4000', true],
    ['http://localhost:4000', true],
    ['http://[::1]:4000', true],
    ['https://graph.example', true],
    ['http://graph.example', false],
    ['http://127.0.0.1.example', false],
    ['https://user:secret@graph.example', false],
    ['file:///etc/passwd', false],
    ['https://graph.example?x=1', false],
  ])('[C3] a Graph URL %s is usable: %s', (graphUrl, isUsable) => {
    expect(readConfig(JSON.stringify({ graphUrl }), {}).unusable).toEqual(
      isUsable ? [] : [{ place: 'user', keys: ['graphUrl'] }],
    );
  });

  it.each(['http://localhost/contoso', 'https://login.microsoftonline.com', 'javascript:alert(1)', 'contoso'])(
    '[C3] an authority %s is refused',
    (authority) => {
      expect(readConfig(JSON.stringify({ authority }), {}).unusable).toEqual([{ place: 'user', keys: ['authority'] }]);
    },
  );

  it('an authority ends without a slash, since links are made of it', () => {
    const authority = 'https://login.microsoftonline.com/organizations';
    expect(readConfig(JSON.stringify({ authority: `${authority}/` }), {})).toMatchObject({ config: { authority } });
  });

  it.each(['automatic', 'createOnly', 'actionsOnly'])('the route may be %s', (route) => {
    expect(readConfig(JSON.stringify({ route }), {})).toEqual({
      config: defaultConfig,
      settings: { ...defaultSettings, route },
      unusable: [],
      isUnreadable: false,
      unreadable: [],
      managedKeys: [],
    });
  });

  it('what README shows is read as it stands there', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const shown = [...readme.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text = '']) => readConfig(text, {}));
    expect(shown.map(({ unusable, isUnreadable }) => [unusable, isUnreadable])).toEqual(Array(3).fill([[], false]));
    expect(shown[2]?.settings).toMatchObject({
      startupRule: { when: 'login' },
      workingHours: { days: [1, 2, 3, 4, 5] },
    });
  });

  it('the template is a valid configuration', () => {
    expect(readConfig(configTemplate(), {})).toEqual({
      config: defaultConfig,
      settings: defaultSettings,
      unusable: [],
      isUnreadable: false,
      unreadable: [],
      managedKeys: [],
    });
  });
});
