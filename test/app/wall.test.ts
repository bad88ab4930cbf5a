import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { launchPresently } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';

/** Runs a script in the popup's page, as one that got in somehow would; its answer or its error comes back as text. */
async function attempt(page: Page, script: string): Promise<string> {
  const guarded = `(async () => { try { return String(await (${script})); } catch (error) { return 'refused: ' + error.name; } })()`;
  return page.evaluate(guarded);
}

/** Later, since the debugger lets what it evaluates at once do anything. */
const codeFromText = `new Promise((resolve) => setTimeout(() => {
  try { resolve(new Function('return 1')()); } catch (error) { resolve('refused: ' + error.name); }
}, 0))`;

/** Even where nothing is read by them, styles can show what is not so. */
const stylesFromText = `(() => {
  document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { margin: 7px }' }));
  return 'refused: ' + getComputedStyle(document.body).margin;
})()`;

describe('a popup in the hands of an attacker', () => {
  let desktop: Desktop;
  let launched: LaunchedApp;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    desktop = await startDesktop();
    launched = await launchPresently({ desktop, parameters: ['--demo'] });
    await trayTurns(desktop, 'green');
    await clickTray(desktop);
    page = await launched.popup();
    page.on('console', (message) => complaints.push(message.text()));
    // A policy is complained about while the page loads.
    await page.reload();
    await page.getByRole('radio', { name: 'Busy' }).waitFor();
  });
  afterAll(async () => {
    await launched.stop();
    await desktop.stop();
  });

  it('[X3] finds three functions, and nothing of Node or Electron', async () => {
    expect(await page.evaluate('Object.keys(window.bridge).sort()')).toEqual(['onSeen', 'onState', 'send']);
    expect(await page.evaluate('[typeof require, typeof process, typeof module, typeof Buffer]')).toEqual(
      Array(4).fill('undefined'),
    );
    const state = await page.evaluate(
      'new Promise((resolve) => window.bridge.onState((s) => resolve(JSON.stringify(s))))',
    );
    expect(state).toContain('mira@contoso.com');
    expect(state).not.toMatch(/token|eyJ|secret/i);
  });

  it.each([
    `window.bridge.send('setPresence', { availability: 'Sleeping', activity: 'Sleeping' })`,
    `window.bridge.send('setPresence', { availability: 'Available', activity: 'Presenting' })`,
    `window.bridge.send('constructor')`,
    `window.bridge.send('__proto__', {})`,
    `window.bridge.send('setPresence')`,
    `window.bridge.send('setOutOfOffice', { isOutOfOffice: true, message: 'x'.repeat(1e6) })`,
    `window.bridge.send({ toString: () => 'quit' })`,
  ])('[X2] %s is refused, and Graph never hears of it', async (script) => {
    const before = launched.logEvents().filter(({ event }) => event === 'graph.request').length;
    expect(await attempt(page, script)).toBe('refused: Error');
    expect(launched.logEvents().filter(({ event }) => event === 'graph.request').length).toBe(before);
  });

  it.each([
    ['a request to anybody', `fetch('https://example.com/')`, /refused/],
    ['a request to this computer', `fetch('http://127.0.0.1:9/')`, /refused/],
    ['code from text', codeFromText, /refused/],
    ['styles from text', stylesFromText, /^refused: 0px$/],
    ['a new window', `window.open('https://example.com/')`, /null/],
    ['a file of the system', `fetch('app://presently/../../package.json')`, /refused/],
    ['a microphone', `navigator.mediaDevices.getUserMedia({ audio: true })`, /refused/],
    ['notifications', `Notification.requestPermission()`, /denied/],
  ])('does not get %s', async (_name, script, answer) => {
    expect(await attempt(page, script)).toMatch(answer);
  });

  it.each([
    ...[
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/..\\package.json',
      '//etc/passwd',
      '/etc/passwd',
    ],
    ...[
      '/assets/../index.html?x',
      '/index.html%00.js',
      '/INDEX.HTML',
      '/assets/',
      '/%2Findex.html',
      '/out/main/main.cjs',
    ],
  ])('is given no file but those on the list: %s', async (path) => {
    // By an element, since a request would be refused for what it is, whatever it asked for.
    const script = `new Promise((resolve) => {
      const image = Object.assign(document.createElement('script'), { onload: () => resolve('given'), onerror: () => resolve('refused') });
      try { image.src = 'app://presently' + ${JSON.stringify(path)}; } catch { resolve('refused'); }
      document.head.append(image);
    })`;
    expect(await attempt(page, script)).toBe('refused');
    const { status } = await launched.app.evaluate(
      ({ session }, url) =>
        session
          .fromPartition('pages')
          .fetch(url)
          .then(
            ({ status }) => ({ status }),
            () => ({ status: 404 }),
          ),
      `app://presently${path}`,
    );
    expect(status).toBe(404);
  });

  it.each([
    ...['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'clipboard-write'],
    ...['background-sync', 'idle-detection', 'persistent-storage', 'screen-wake-lock', 'storage-access', 'local-fonts'],
    ...['window-management', 'display-capture', 'payment-handler'],
  ])('is not permitted: %s', async (name) => {
    expect(await attempt(page, `navigator.permissions.query({ name: '${name}' }).then((it) => it.state)`)).toMatch(
      /denied|refused/,
    );
  });

  it.each([
    ['a camera', `navigator.mediaDevices.getUserMedia({ video: true })`],
    ['the screen', `navigator.mediaDevices.getDisplayMedia({ video: true })`],
    ['a place', `new Promise((_, reject) => navigator.geolocation.getCurrentPosition(() => {}, reject))`],
    ['a USB device', `navigator.usb.requestDevice({ filters: [] })`],
    ['a serial port', `navigator.serial.requestPort()`],
    [
      'an input device',
      `navigator.hid.requestDevice({ filters: [] }).then((all) => { if (all.length === 0) throw new Error() })`,
    ],
    ['the clipboard', `navigator.clipboard.readText()`],
    ['MIDI', `navigator.requestMIDIAccess({ sysex: true })`],
  ])('does not get %s', async (_name, script) => {
    expect(await attempt(page, script)).toMatch(/refused/);
  });

  it('finds no webview, and its windows are locked in every way', async () => {
    expect(await page.evaluate(`document.createElement('webview').constructor.name`)).toBe('HTMLElement');
    const preferences = await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        const all = window.webContents as typeof window.webContents & { getLastWebPreferences(): object };
        return all.getLastWebPreferences();
      }),
    );
    expect(preferences.length).toBeGreaterThan(0);
    for (const each of preferences) {
      expect(each).toMatchObject({
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        webSecurity: true,
      });
    }
  });

  it('does not lead the page elsewhere, nor run a script that it brings', async () => {
    await attempt(page, `location.assign('https://example.com/')`);
    await attempt(
      page,
      `document.body.appendChild(Object.assign(document.createElement('script'), { textContent: 'window.broken = 1' }))`,
    );
    await attempt(
      page,
      `document.body.appendChild(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' }))`,
    );
    await page.waitForTimeout(300);
    expect(page.url()).toBe('app://presently/index.html');
    expect(await page.evaluate('typeof window.broken')).toBe('undefined');
    expect(page.frames().filter((frame) => frame.url().includes('example.com'))).toEqual([]);
  });

  it('its policy is understood whole by the browser', () => {
    expect(
      complaints.filter(
        (text) => /unrecognized|invalid|ignored/i.test(text) && /directive|source|feature|polic/i.test(text),
      ),
    ).toEqual([]);
  });
});
