/**
 * How the keyring stands that the secret box would use.
 *
 * Shape: `absent` says that none is running: asking for one would start it, and it would ask for a password.
 */
export type KeyringState = 'unlocked' | 'locked' | 'absent' | 'unknown';

/** One method call on the session bus. `text` is the printed answer, null when there was none in time. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly method: string;
  readonly strings: readonly string[];
}
export type CallBus = (call: BusCall) => Promise<string | null>;

export interface KeyringChoice {
  /** As XDG_CURRENT_DESKTOP says, for instance `ubuntu:GNOME`. */
  readonly currentDesktop: string;
  /** The value of the switch `--password-store`, empty without one. */
  readonly passwordStore: string;
}

const secretService = 'org.freedesktop.secrets';
/** The same service on the name that KDE's own always has, even where another keyring has the usual one. */
const kdeSecretService = 'org.kde.secretservicecompat';
const wallets = ['org.kde.kwalletd6', 'org.kde.kwalletd5'];

/**
 * Finds out how the keyring stands, without waking it: a locked one freezes a program that only asks whether it is
 * there, for minutes, until somebody types its password.
 *
 * Source: https://specifications.freedesktop.org/secret-service-spec, electron/electron docs of safeStorage
 */
export async function probeKeyring(choice: KeyringChoice, call: CallBus): Promise<KeyringState> {
  return isKdeWallet(choice) ? probeWallet(call) : probeSecretService(call);
}

/** Chromium's own choice: the switch first, then the desktop. */
function isKdeWallet({ currentDesktop, passwordStore }: KeyringChoice): boolean {
  if (passwordStore !== '') return passwordStore.startsWith('kwallet');
  return currentDesktop.split(':').includes('KDE');
}

async function probeSecretService(call: CallBus): Promise<KeyringState> {
  const running = await hasOwner(secretService, call);
  if (running !== 'yes') return running === 'no' ? 'absent' : 'unknown';
  return probeCollection(secretService, call);
}

async function probeCollection(destination: string, call: CallBus): Promise<KeyringState> {
  const alias = await call({
    destination,
    path: '/org/freedesktop/secrets',
    method: 'org.freedesktop.Secret.Service.ReadAlias',
    strings: ['default'],
  });
  const collection = /\/org\/freedesktop\/secrets\/[\w/]+/.exec(alias ?? '')?.[0];
  // Without a default collection the first secret makes the keyring ask for a password of a new one.
  if (collection === undefined) return alias === null ? 'unknown' : 'absent';
  const locked = await call({
    destination,
    path: collection,
    method: 'org.freedesktop.DBus.Properties.Get',
    strings: ['org.freedesktop.Secret.Collection', 'Locked'],
  });
  const answer = yesOrNo(locked);
  if (answer === 'unknown') return 'unknown';
  return answer === 'yes' ? 'locked' : 'unlocked';
}

/**
 * Since Frameworks 6.14 KDE's secrets are kept by `ksecretd`, which the login starts, and `kwalletd6` is only the
 * older way to it: it runs once some program calls it, and knows no wallet as open but what was opened through it.
 *
 * Source: KDE/kwallet, src/runtime; Chromium's components/os_crypt/sync/key_storage_kwallet.cc
 */
async function probeWallet(call: CallBus): Promise<KeyringState> {
  if ((await hasOwner(kdeSecretService, call)) === 'yes') return probeCollection(kdeSecretService, call);
  for (const destination of wallets) {
    if ((await hasOwner(destination, call)) !== 'yes') continue;
    const path = `/modules/${destination.slice(destination.lastIndexOf('.') + 1)}`;
    // The one that Chromium opens; its user may have given it any name.
    const named = await call({ destination, path, method: 'org.kde.KWallet.networkWallet', strings: [] });
    const wallet = printedText(named);
    if (wallet === '') return 'unknown';
    const isOpen = await call({ destination, path, method: 'org.kde.KWallet.isOpen', strings: [wallet] });
    const answer = yesOrNo(isOpen);
    if (answer === 'unknown') return 'unknown';
    return answer === 'yes' ? 'unlocked' : 'locked';
  }
  return 'absent';
}

async function hasOwner(name: string, call: CallBus): Promise<'yes' | 'no' | 'unknown'> {
  const answer = await call({
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    method: 'org.freedesktop.DBus.NameHasOwner',
    strings: [name],
  });
  return yesOrNo(answer);
}

function yesOrNo(answer: string | null): 'yes' | 'no' | 'unknown' {
  const word = /\b(true|false)\b/.exec(answer ?? '')?.[1];
  if (word === undefined) return 'unknown';
  return word === 'true' ? 'yes' : 'no';
}

/** A text as dbus-send prints it, after three spaces, or gdbus, in brackets and quotes. */
function printedText(answer: string | null): string {
  const quoted = /^\((['"])(.*)\1,\)\s*$/.exec(answer ?? '')?.[2];
  return quoted === undefined ? (answer ?? '').trim() : quoted.replace(/\\(.)/g, '$1');
}
