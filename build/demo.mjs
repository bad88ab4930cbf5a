import { join, relative } from 'node:path';
import { startDesktop } from './desktop.mjs';
import { launchApp } from './launch.mjs';
import { until } from './until.mjs';

/** @typedef {import('./launch.mjs').LogEvent} LogEvent */

/** The red of assets/tray/busy.svg. @type {import('./screen.mjs').Colour} */
const busyRed = [209, 52, 56];
/** An icon of 22 pixels that is all disc has over 250 of them; a ring or a stray edge has not. */
const discPixels = 150;

/** @param {string} step */
function say(step) {
  console.log(`  ${step}`);
}

/** @param {LogEvent} event @param {string} name */
function isPost(event, name) {
  return event.event === name && event.method === 'POST' && event.path?.endsWith('/communications/presences') === true;
}

/**
 * Runs the demo on a virtual desktop and does what a user would: click the icon, choose Busy. Says each step when it has
 * been seen, in the app's own log or on the screen, and fails on the first that is not.
 * @param {string} root
 */
export async function showDemo(root) {
  const desktop = await startDesktop();
  try {
    await showOn(desktop, root);
  } finally {
    await desktop.stop();
  }
}

/** @param {import('./desktop.mjs').Desktop} desktop @param {string} root */
async function showOn(desktop, root) {
  const environment = { PRESENTLY_LOG: 'stdout', PRESENTLY_DATA_DIR: join(desktop.home, 'presently') };
  const launched = await launchApp({ desktop, folder: root, parameters: ['--demo'], environment });
  try {
    const icon = await until('the tray icon', desktop.findTrayIcon, { milliseconds: 20_000 });
    say(`The tray icon is there, at ${icon.x},${icon.y}.`);
    const signIn = await launched.waitForEvent('the sign-in', (event) => event.event === 'auth.signInEnded', 20_000);
    if (signIn.status !== 'signedIn') throw new Error(`The sign-in ended with ${signIn.status}.`);
    say('Signed in to the built-in Microsoft 365.');
    await desktop.click(icon.x + Math.round(icon.width / 2), icon.y + Math.round(icon.height / 2));
    await chooseBusy(launched);
    const isAnswer = (/** @type {LogEvent} */ event) => isPost(event, 'graph.reply');
    await launched.waitForEvent('the request', (event) => isPost(event, 'graph.request'));
    say('Sent: POST /communications/presences.');
    const reply = await launched.waitForEvent('its answer', isAnswer);
    if (reply.status !== 201) throw new Error(`The answer was ${reply.status}, not 201.`);
    say('Answered: 201.');
    const isRed = async () => ((await desktop.findColour(busyRed, desktop.trayRegion))?.count ?? 0) > discPixels;
    await until('a red icon in the tray', isRed);
    say('The icon in the tray is red.');
    const picture = join(root, 'out/demo.png');
    await desktop.saveScreenshot(picture);
    say(`A picture of the screen is in ${relative(root, picture)}.`);
  } finally {
    await launched.stop();
  }
}

/** @param {import('./launch.mjs').LaunchedApp} launched */
async function chooseBusy(launched) {
  const page = await launched.popup();
  await until('the popup on the screen', launched.isPopupShown);
  say('Clicked the icon; the popup is open.');
  const person = await page.locator('header').getByRole('img').first().getAttribute('aria-label');
  say(`It shows: ${person}.`);
  const choices = page.getByRole('radiogroup', { name: 'Availability' });
  await launched.click(choices.getByRole('radio', { name: 'Busy', exact: true }));
  say('Clicked Busy.');
}
