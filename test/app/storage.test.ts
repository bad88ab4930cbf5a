import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Desktop } from '../../build/desktop.mjs';
import { until } from '../../build/until.mjs';
import { dataFolder } from '../desktop/launch.ts';
import { clickTray, trayIcon, trayTurns } from '../desktop/tray.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

const script = fileURLToPath(new URL('../desktop/keyringDoor.py', import.meta.url));

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function workplaceWith(keyring: 'unlocked' | 'locked' | 'none'): Promise<Workplace> {
  const workplace = await startWorkplace({ keyring });
  cleanUp.push(workplace.stop);
  return workplace;
}

async function turnKeyring(desktop: Desktop, door: 'lock' | 'unlock'): Promise<void> {
  const [code] = await once(desktop.start('/usr/bin/python3', [script, door], { stdio: 'inherit' }), 'close');
  expect(code).toBe(0);
}

async function write(workplace: Workplace, name: string, text: string): Promise<void> {
  const folder = dataFolder(workplace.desktop);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text);
}

describe('[S4] the saved sign-in', () => {
  it('row 49: is one sealed file for the owner only, with no word of it readable', async () => {
    const workplace = await workplaceWith('unlocked');
    const launched = await workplace.launch();
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
    const path = join(dataFolder(workplace.desktop), 'token-cache.bin');
    const file = await until('the file', () => readFile(path).catch(() => null));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(file.subarray(0, 3).toString()).toBe('v11');
    expect(file.toString('latin1')).not.toMatch(/mira|contoso|secret|eyJ/i);
  });

  it.each([
    [47, 'none'],
    [48, 'locked'],
  ] as const)('row %d: without an open keyring (%s) lives in memory, and the popup says so', async (_row, keyring) => {
    const workplace = await workplaceWith(keyring);
    const launched = await workplace.launch();
    await trayIcon(workplace.desktop);
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
    const page = await launched.popup();
    await page.getByRole('complementary').getByText('Your sign-in is not saved on this computer').waitFor();
    await trayTurns(workplace.desktop, 'green');
    expect(await readdir(dataFolder(workplace.desktop))).not.toContain('token-cache.bin');
    await launched.stop();
    await workplace.launch();
    await clickTray(workplace.desktop);
    await trayTurns(workplace.desktop, 'grey');
  });

  it('row 48: is taken up by itself when the keyring opens after the start, as it may at login', async () => {
    const workplace = await workplaceWith('unlocked');
    const first = await workplace.launch();
    await clickTray(workplace.desktop);
    await signIn(workplace, first);
    await trayTurns(workplace.desktop, 'green');
    await first.stop();
    await turnKeyring(workplace.desktop, 'lock');
    const second = await workplace.launch();
    await second.waitForEvent('a locked keyring', ({ event }) => event === 'secret.notSafe');
    await trayTurns(workplace.desktop, 'grey');
    await turnKeyring(workplace.desktop, 'unlock');
    await trayTurns(workplace.desktop, 'green', 30_000);
    expect(await second.isPopupShown()).toBe(false);
  });

  it('row 41: that cannot be read is kept aside, said, and asked for anew', async () => {
    const workplace = await workplaceWith('unlocked');
    await write(workplace, 'token-cache.bin', 'garbage');
    const launched = await workplace.launch();
    await clickTray(workplace.desktop);
    const page = await launched.popup();
    await page.getByRole('complementary').getByText('Your saved sign-in can’t be read any more').waitFor();
    expect((await readdir(dataFolder(workplace.desktop))).filter((name) => name.startsWith('token-cache'))).toEqual([
      'token-cache.bin.unreadable',
    ]);
    await signIn(workplace, launched);
    await trayTurns(workplace.desktop, 'green');
  });
});

describe('config.json', () => {
  it('[C1] with a wrong value names it, and the rest holds', async () => {
    const workplace = await workplaceWith('none');
    await write(workplace, 'config.json', JSON.stringify({ graphVersion: 'v9', clientId: 'not an id' }));
    const launched = await workplace.launch();
    await clickTray(workplace.desktop);
    const page = await launched.popup();
    const notices = page.getByRole('complementary');
    await notices
      .getByText(
        'graphVersion in config.json can’t be used: a setting has its default instead, an item of a list is left out.',
      )
      .waitFor();
    // The one of this computer's environment is what holds.
    await notices.getByText('clientId in config.json can’t be used; what else is set stands.').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await signIn(workplace, launched);
    await trayTurns(workplace.desktop, 'green');
  });

  it('[C2] that is no JSON is left as it is, and the app starts with the defaults', async () => {
    const workplace = await workplaceWith('none');
    await write(workplace, 'config.json', '{ "clientId": ');
    const launched = await workplace.launch();
    await clickTray(workplace.desktop);
    await (await launched.popup()).getByRole('complementary').getByText('config.json can’t be read').waitFor();
    expect(await readFile(join(dataFolder(workplace.desktop), 'config.json'), 'utf8')).toBe('{ "clientId": ');
  });
});
