import { describe, expect, it } from 'vitest';
import { type BusCall, type KeyringChoice, probeKeyring } from '../../../electron/desktop/keyringProbe.ts';

const gnome: KeyringChoice = { currentDesktop: 'ubuntu:GNOME', passwordStore: '' };
const kde: KeyringChoice = { currentDesktop: 'KDE', passwordStore: '' };
const collection = '/org/freedesktop/secrets/collection/login';

interface Bus {
  /** Names with somebody behind them. */
  readonly owners?: readonly string[];
  /** What is printed for a method, by its last word, or by that and what it is called with. */
  readonly prints?: Readonly<Record<string, string | null>>;
}

async function probe(choice: KeyringChoice, { owners = [], prints = {} }: Bus) {
  const called: string[] = [];
  const state = await probeKeyring(choice, async ({ destination, method, strings }: BusCall) => {
    const word = method.slice(method.lastIndexOf('.') + 1);
    called.push(destination);
    const printed = prints[[word, ...strings].join(' ')] ?? prints[word];
    if (printed !== undefined) return printed;
    return word === 'NameHasOwner' ? `   boolean ${owners.includes(strings[0] ?? '')}` : null;
  });
  // The bus starts whom it can when somebody calls a name that nobody has.
  return { state, isWoken: called.some((name) => name !== 'org.freedesktop.DBus' && !owners.includes(name)) };
}

const secrets = { owners: ['org.freedesktop.secrets'] };
const oldWallet = { owners: ['org.kde.kwalletd5'] };
const kdeCollection = '/org/freedesktop/secrets/collection/kdewallet';
/** Today's Plasma after the login: the name of the wallets is had by nobody until some program calls it. */
const plasma = { owners: ['org.kde.secretservicecompat', 'org.freedesktop.secrets'] };

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
    [
      'KDE’s wallet is open',
      kde,
      { owners: ['org.kde.kwalletd6'], prints: { networkWallet: '   kdewallet', isOpen: '   boolean true' } },
      'unlocked',
    ],
    [
      'KDE’s older wallet is closed',
      kde,
      { ...oldWallet, prints: { networkWallet: '   kdewallet', isOpen: '   boolean false' } },
      'locked',
    ],
    ['KDE’s wallet does not answer', kde, { owners: ['org.kde.kwalletd6'] }, 'unknown'],
    [
      'KDE’s wallet names none',
      kde,
      { ...oldWallet, prints: { networkWallet: '   \n', isOpen: '(true,)' } },
      'unknown',
    ],
    [
      'the wallet that is used has another name, says dbus-send',
      kde,
      { ...oldWallet, prints: { networkWallet: '   at work\n', isOpen: '(false,)', 'isOpen at work': '(true,)' } },
      'unlocked',
    ],
    [
      'the wallet that is used has another name, says gdbus',
      kde,
      { ...oldWallet, prints: { networkWallet: "('at work',)\n", isOpen: '(false,)', 'isOpen at work': '(true,)' } },
      'unlocked',
    ],
    [
      'the wallet that is used has an apostrophe, says gdbus',
      kde,
      { ...oldWallet, prints: { networkWallet: `("ada's",)\n`, isOpen: '(false,)', "isOpen ada's": '(true,)' } },
      'unlocked',
    ],
    [
      'only a wallet that is not used is open',
      kde,
      { ...oldWallet, prints: { networkWallet: '   work', isOpen: '(true,)', 'isOpen work': '(false,)' } },
      'locked',
    ],
    [
      'today’s Plasma opened its wallet at login',
      kde,
      { ...plasma, prints: { ReadAlias: `   ${kdeCollection}`, Get: '   variant       boolean false' } },
      'unlocked',
    ],
    [
      'today’s Plasma has not opened its wallet yet',
      kde,
      { ...plasma, prints: { ReadAlias: `   ${kdeCollection}`, Get: '   variant       boolean true' } },
      'locked',
    ],
    [
      'today’s Plasma leaves the Secret Service to another keyring',
      kde,
      { owners: ['org.kde.secretservicecompat'], prints: { ReadAlias: kdeCollection, Get: '(<false>,)' } },
      'unlocked',
    ],
    [
      'no program has opened today’s wallet, though it is open',
      kde,
      {
        owners: ['org.kde.kwalletd6', ...plasma.owners],
        prints: { ReadAlias: kdeCollection, Get: '(<false>,)', networkWallet: '   kdewallet', isOpen: '(false,)' },
      },
      'unlocked',
    ],
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
