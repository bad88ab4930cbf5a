import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '../../build/until.mjs';
import { list, type Replaceable, startReplaceable } from './replaceable.ts';
import { listing, sha512Of } from './updateFeed.ts';

let copy: Replaceable;
beforeEach(async () => {
  copy = await startReplaceable(['--password-store=gnome-libsecret']);
}, 60_000);
afterEach(() => copy.stop());

/** A program that tells how it was started. */
function telling(name: string): Buffer {
  const told = `grep NoNewPrivs /proc/self/status; echo "${name}, words: $*"`;
  return Buffer.from(`#!/bin/sh\n{ ${told}; } > '${copy.mark}'\n`);
}

async function offerNewer(): Promise<void> {
  const newer = telling('newer');
  const pages = { [list]: listing('9.9.10', 'new.AppImage', sha512Of(newer)), '/new.AppImage': newer };
  expect(await copy.lookAt(pages)).toEqual({ status: 'ready', version: '9.9.10' });
}

async function howStarted(): Promise<string> {
  const told = () => (existsSync(copy.mark) ? readFileSync(copy.mark, 'utf8') : '');
  await until('the program, started anew', () => told().includes('words')).catch((cause: unknown) => {
    const { exitCode } = copy.launched.app.process();
    const said = copy.launched.logLines().slice(-5).join('\n');
    throw new Error(`The one before ended with ${exitCode}, and said last:\n${said}`, { cause });
  });
  return told();
}

it('[G1] a newer one is started as the old one was, and with the rights that an AppImage mounts itself by', async () => {
  await offerNewer();
  await copy.restart();
  const told = await howStarted();
  expect(told).toContain('NoNewPrivs:\t0');
  expect(told).toContain('--password-store=gnome-libsecret');
});

it('[G1] what is ready stays so while a still newer one cannot be fetched', async () => {
  await offerNewer();
  await copy.lookAt({ [list]: listing('9.9.11', 'newer.AppImage', sha512Of('not there')) });
  await copy.page.getByText('Version 9.9.10 is ready, and installs when you quit.').waitFor();
  await copy.restart();
  await howStarted();
  expect(readdirSync(dirname(copy.image))).toEqual(['Presently.AppImage']);
});

it('[G1] a restart brings the newer one also where the old one was moved meanwhile', async () => {
  await offerNewer();
  renameSync(copy.image, join(copy.desktop.home, 'Elsewhere.AppImage'));
  await copy.restart();
  expect(await howStarted()).toContain('newer, words: ');
  expect(readdirSync(dirname(copy.image))).toEqual(['Presently.AppImage']);
});

it('[G1] a restart brings the old one where the newer one is gone', async () => {
  await offerNewer();
  rmSync(join(dirname(copy.image), '.Presently.AppImage.new'));
  writeFileSync(copy.image, telling('old'));
  await copy.restart();
  expect(await howStarted()).toContain('old, words: ');
});

it('[G1] a quit puts nothing in place of what its user took away', async () => {
  await offerNewer();
  rmSync(copy.image);
  const ended = once(copy.launched.app.process(), 'exit');
  await copy.launched.app.evaluate(({ app }) => app.quit()).catch(() => {});
  expect(await ended).toEqual([0, null]);
  expect(readdirSync(dirname(copy.image))).not.toContain('Presently.AppImage');
});

it('[G1] what closes the windows before it quits, as the updater of a Mac, finds them closed', async () => {
  const told = await copy.launched.app.evaluate(async ({ autoUpdater, BrowserWindow }) => {
    const heard: string[] = [];
    // Told once more by Electron when no window is left.
    autoUpdater.on('before-quit-for-update', () => heard.push('before-quit-for-update'));
    for (const window of BrowserWindow.getAllWindows()) window.on('closed', () => heard.push('closed'));
    autoUpdater.quitAndInstall();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return heard;
  });
  expect(told).toEqual(['before-quit-for-update', 'closed', 'closed', 'before-quit-for-update']);
});

it('[G1] a restart for a newer one is no quit: a choice that keeps the app running does not hold it up', async () => {
  const { page } = copy;
  await page.evaluate("window.bridge.send('startDemo')");
  await page.evaluate("window.bridge.send('changeSettings', { onQuit: 'keepRunning' })");
  await page.evaluate("window.bridge.send('setPlan', { lasts: 'PT1H', sequel: 'automatic' })");
  await page.evaluate("window.bridge.send('setPresence', { availability: 'Busy', activity: 'Busy' })");
  await offerNewer();
  await copy.restart();
  await howStarted();
});
