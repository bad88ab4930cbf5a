import { describe, expect, it } from 'vitest';
import { type BusCall, type KeyringChoice, probeKeyring } from '../../../electron/desktop/keyringProbe.ts';

const gnome: KeyringChoice = { currentDesktop: 'ubuntu:GNOME', passwordStore: '' };
const kde: KeyringChoice = { currentDesktop: 'KDE', passwordStore: '' };
const collection = '/org/freedesktop/secrets/collection/login';

interface Bus {
  /** Names with somebody behind them. */
  readonly owners?: readonly string[];
  /** What is printed for a method, by its last word. */
  readonly prints?: Readonly<Record<string, string | null>>;
}

async function probe(choice: KeyringChoice, { owners = [], prints = {} }: Bus) {
  const called: string[] = [];
  const state = await probeKeyring(choice, async ({ destination, method, strings }: BusCall) => {
    const word = method.slice(method.lastIndexOf('.') + 1);
    called.push(`${destination} ${word}`);
    if (word in prints) return prints[word] ?? null;
    return word === 'NameHasOwner' ? `   boolean ${owners.includes(strings[0] ?? '')}` : null;
  });
  return { state, isWoken: called.some((call) => !call.startsWith('org.freedesktop.DBus') && owners.length === 0) };
}

const secrets = { owners: ['org.freedesktop.secrets'] };

describe('the keyring', () => {
  it.each<[string, KeyringChoice, Bus, string]>([
    ['nobody runs', gnome, {}, 'absent'],
    ['there is no bus', gnome, { prints: { NameHasOwner: null } }, 'unknown'],
    [
      'it is locked',
      gnome,
      { ...secrets, prints: { ReadAlias: `   ${collection}   `, Get: '   variant       boolean true' } },
      'locked',
    ],
    [
      'it is open, says dbus-send',
      gnome,
      { ...secrets, prints: { ReadAlias: `   ${collection}   `, Get: '   variant       boolean false' } },
      'unlocked',
    ],
    [
      'it is open, says gdbus',
      gnome,
      { ...secrets, prints: { ReadAlias: `(objectpath '${collection}',)`, Get: '(<false>,)' } },
      'unlocked',
    ],
    ['it was never made', gnome, { ...secrets, prints: { ReadAlias: '   /   ' } }, 'absent'],
    ['it does not answer', gnome, secrets, 'unknown'],
    ['it answers half', gnome, { ...secrets, prints: { ReadAlias: collection } }, 'unknown'],
    ['only a wallet runs', gnome, { owners: ['org.kde.kwalletd6'] }, 'absent'],
    ['KDE’s wallet is open', kde, { owners: ['org.kde.kwalletd6'], prints: { isOpen: '   boolean true' } }, 'unlocked'],
    [
      'KDE’s older wallet is closed',
      kde,
      { owners: ['org.kde.kwalletd5'], prints: { isOpen: '   boolean false' } },
      'locked',
    ],
    ['KDE’s wallet does not answer', kde, { owners: ['org.kde.kwalletd6'] }, 'unknown'],
    ['KDE has only the other keyring', kde, secrets, 'absent'],
    [
      'the switch says otherwise',
      { ...kde, passwordStore: 'gnome-libsecret' },
      { ...secrets, prints: { ReadAlias: collection, Get: '(<false>,)' } },
      'unlocked',
    ],
    ['the switch wants a wallet', { ...gnome, passwordStore: 'kwallet5' }, secrets, 'absent'],
  ])('[S4] when %s', async (_title, choice, bus, state) => {
    expect(await probe(choice, bus)).toEqual({ state, isWoken: false });
  });
});
