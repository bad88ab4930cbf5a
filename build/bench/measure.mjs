import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readScreen } from '../screen.mjs';
import { until } from '../until.mjs';
import { createClicks } from './clicks.mjs';
import { median } from './figures.mjs';
import { paintTime, watchScreen } from './frames.mjs';
import { openPointer } from './pointer.mjs';
import { memoryOf, workOf } from './usage.mjs';
import { bare, cold, run, signIn, warm } from './variants.mjs';

/**
 * What one start of a variant showed. Units: milliseconds, and MiB.
 * @typedef {{ icon: number, popup: number, memory: number, memoryAfter: number }} Sample
 * @typedef {{ woke: number, ran: number }} Idle
 * @typedef {import('./variants.mjs').Variant} Variant
 * @typedef {import('./variants.mjs').Point} Point
 */

const uses = 3;
/** One of the few milliseconds that a window takes which only has to be shown is soon lost to chance. */
const openings = 9;
/** By then the popup stands ready behind the screen, and the engine has given back what the start took. Units: milliseconds. */
const settleTime = 12_000;
/** Two clicks within this are one double click to a tray, and a window given up is gone. Units: milliseconds. */
const doubleClickTime = 500;
const goneTime = 3500;
/** What a start and a use leave to be collected is collected by then, and nothing more is awaited. Units: milliseconds. */
const cleaningTime = 60_000;
/** A popup is as painted as each of its lines in so many. */
const sampled = 16;
/** Where the icon's tooltip comes and goes. Units: pixels. */
const tooltipRoom = 80;

/**
 * @param {import('../desktop.mjs').Desktop} desktop @param {string} exe
 * @param {import('./microsoft.mjs').Microsoft} microsoft
 */
export async function createBench(desktop, exe, microsoft) {
  const { popup, tiles } = await signIn(desktop, microsoft);
  const { bareWarm, bareCold } = bare(popup);
  await until('an empty tray', async () => (await desktop.findTrayIcon()) === null);
  const file = join(desktop.home, 'Xvfb_screen0');
  const layout = await readScreen(file);
  const { trayRegion } = desktop;
  const tray = watchScreen(file, layout, { top: trayRegion.y, lines: trayRegion.height });
  const above = watchScreen(file, layout, { top: 0, lines: trayRegion.y - tooltipRoom, every: sampled });
  const pointer = await openPointer(desktop.env['DISPLAY'] ?? '');
  /** @type {(at: number) => void} */
  let onPost = () => {};
  microsoft.watchGraph(({ method, url }) => {
    if (method === 'POST' && url?.endsWith('/communications/presences')) onPost(performance.now());
  });

  async function pointAtIcon() {
    const icon = await until('the tray icon', desktop.findTrayIcon);
    pointer.moveTo(icon.x + Math.round(icon.width / 2), icon.y + Math.round(icon.height / 2));
    await wait(200);
  }

  /** A use begins or ends. */
  async function toggle() {
    await pointAtIcon();
    await above.follow(pointer.click);
    await wait(doubleClickTime);
  }

  async function clean() {
    pointer.moveTo(10, 10);
    await wait(cleaningTime);
  }

  /** @param {Variant} variant */
  function start(variant) {
    // An icon that appears under a resting pointer does not feel its clicks.
    pointer.moveTo(10, 10);
    return run(desktop, exe, variant);
  }

  /** @param {Variant} variant */
  async function settle(variant) {
    const running = start(variant);
    await until('the tray icon', desktop.findTrayIcon);
    await wait(settleTime);
    return running;
  }

  /** @param {Variant} variant @returns {Promise<Sample>} */
  async function measure(variant) {
    const running = start(variant);
    const icon = (await tray.untilChange(20_000)) - running.startedAt;
    await wait(settleTime);
    const memory = memoryOf(running.id);
    await pointAtIcon();
    const times = [];
    let memoryAfter = memory;
    for (let opening = 1; opening <= (variant.isCold ? uses : openings); opening += 1) {
      times.push(paintTime(await above.follow(pointer.click)));
      await wait(doubleClickTime);
      await above.follow(pointer.click);
      await wait(variant.isCold ? goneTime : doubleClickTime);
      if (opening === uses) memoryAfter = memoryOf(running.id);
    }
    await running.stop();
    return { icon, popup: median(times), memory, memoryAfter };
  }

  /** @param {Variant} variant @returns {Promise<number>} its memory before the first use */
  async function memory(variant) {
    const running = await settle(variant);
    const memory = memoryOf(running.id);
    await running.stop();
    return memory;
  }

  /** @param {Variant} variant @param {number} seconds @returns {Promise<Idle>} in that time, after a use, with nobody there */
  async function idle(variant, seconds) {
    const running = await settle(variant);
    await toggle();
    await toggle();
    await clean();
    const before = workOf(running.id);
    await wait(seconds * 1000);
    const after = workOf(running.id);
    await running.stop();
    return { woke: after.woke - before.woke, ran: after.ran - before.ran };
  }

  /** @param {Variant} variant @returns {Promise<number>} from the start until what others see is on the icon */
  async function known(variant) {
    const running = start(variant);
    const at = await running.untilLine((line) => line.includes('"tray"') && line.includes('"available"'));
    await running.stop();
    return at - running.startedAt;
  }

  /** @returns {Promise<number>} when the next request that creates a presence is here */
  function untilPost() {
    return new Promise((resolve) => {
      onPost = resolve;
    });
  }

  function close() {
    for (const part of [tray, above, pointer]) part.close();
  }

  const clicked = createClicks({ pointer, tray, settle, toggle, clean, untilPost, popup, tiles, bareWarm });
  return { variants: { bareWarm, warm, bareCold, cold }, measure, memory, idle, known, close, ...clicked };
}
