import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { until } from './until.mjs';

const run = promisify(execFile);
/** What asks the user for the password of a locked keyring. */
const promptService = '/usr/share/dbus-1/services/org.gnome.keyring.SystemPrompter.service';

/** @param {NodeJS.ProcessEnv} env */
async function isServed(env) {
  const question = ['--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner'];
  const answer = await run('dbus-send', ['--session', '--print-reply', ...question, 'string:org.freedesktop.secrets'], {
    env,
  });
  return answer.stdout.includes('boolean true');
}

/** @param {import('./keeper.mjs').Keeper} keeper @param {NodeJS.ProcessEnv} env @param {boolean} isUnlocked */
async function startDaemon(keeper, env, isUnlocked) {
  const parameters = ['--foreground', '--components=secrets', ...(isUnlocked ? ['--unlock'] : [])];
  const daemon = keeper.start('gnome-keyring-daemon', parameters, { env, stdio: ['pipe', 'ignore', 'ignore'] });
  daemon.stdin?.end('correct horse');
  await until('the keyring', () => isServed(env));
  return daemon;
}

/**
 * Puts a GNOME keyring behind the desktop's session bus. A locked one is a keyring that was made, and then not opened.
 * @param {import('./keeper.mjs').Keeper} keeper
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 * @param {'unlocked' | 'locked'} kind
 */
export async function startKeyring(keeper, env, home, kind) {
  Object.assign(env, { XDG_CURRENT_DESKTOP: 'GNOME' });
  const keyring = join(home, '.local/share/keyrings/login.keyring');
  const daemon = await startDaemon(keeper, env, true);
  await until('the login keyring', () => existsSync(keyring));
  if (kind === 'unlocked') return;
  const ended = once(daemon, 'exit');
  daemon.kill();
  await ended;
  await until('the end of the first keyring', async () => !(await isServed(env)));
  await writeFile(join(home, '.local/share/keyrings/default'), 'login');
  if (existsSync(promptService)) await copyFile(promptService, join(home, 'services', basename(promptService)));
  await startDaemon(keeper, env, false);
}
