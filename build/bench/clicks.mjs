import { setTimeout as wait } from 'node:timers/promises';
import { memoryOf } from './usage.mjs';
import { telling, warm } from './variants.mjs';

const clicks = 20;
/** One in five minutes. */
const usesOfAnHour = 12;
/** By then what a click asked for is answered and drawn. Units: milliseconds. */
const answerTime = 1000;
/** The button of the bare app's page, from the corner of its window. Units: pixels. */
const bareButton = { x: 30, y: 18 };

/**
 * @typedef {import('./variants.mjs').Variant} Variant
 * @typedef {import('./variants.mjs').Point} Point
 *
 * @typedef {object} ClickParts
 * @property {import('./pointer.mjs').Pointer} pointer
 * @property {ReturnType<typeof import('./frames.mjs').watchScreen>} tray
 * @property {(variant: Variant) => Promise<import('./variants.mjs').Running>} settle starts it, and waits until it rests
 * @property {() => Promise<void>} toggle opens and closes its window
 * @property {() => Promise<void>} clean waits until a use has been cleaned up
 * @property {() => Promise<number>} untilPost when the next request that creates a presence is here
 * @property {import('../screen.mjs').Region} popup
 * @property {readonly Point[]} tiles of our popup
 * @property {Variant} bareWarm
 */

/** @param {ClickParts} parts */
export function createClicks({ pointer, tray, settle, toggle, clean, untilPost, popup, tiles, bareWarm }) {
  /** @param {readonly Point[]} spots clicked in turn @param {number} turn */
  async function pointAt(spots, turn) {
    const spot = spots[turn % spots.length];
    if (spot) pointer.moveTo(spot.x, spot.y);
    await wait(600);
  }

  /**
   * @param {Variant} variant @param {readonly Point[]} spots in its window, clicked in turn
   * @returns {Promise<number>} its memory after as many uses as an hour has
   */
  async function hourOf(variant, spots) {
    const running = await settle(variant);
    for (let use = 0; use < usesOfAnHour; use += 1) {
      await toggle();
      await pointAt(spots, use);
      pointer.click();
      await wait(answerTime);
      await toggle();
    }
    await clean();
    const memory = memoryOf(running.id);
    await running.stop();
    return memory;
  }

  /**
   * @param {Variant} variant @param {readonly Point[]} spots in its window, clicked in turn
   * @returns {Promise<{ wire: number[], shown: number[] }>} from a click to its request, and to the icon
   */
  async function clicksOn(variant, spots) {
    const running = await settle(variant);
    await toggle();
    /** @type {{ wire: number[], shown: number[] }} */
    const times = { wire: [], shown: [] };
    for (let click = 0; click < clicks; click += 1) {
      await pointAt(spots, click);
      const wire = untilPost();
      const shown = tray.untilChange(20_000);
      const pressedAt = pointer.click();
      times.wire.push((await wire) - pressedAt);
      times.shown.push((await shown) - pressedAt);
    }
    await running.stop();
    return times;
  }

  /**
   * @template T
   * @param {(variant: Variant, spots: readonly Point[]) => Promise<T>} look @param {string} url which the bare app tells of a click
   */
  async function ofBoth(look, url) {
    const button = { x: popup.x + bareButton.x, y: popup.y + bareButton.y };
    return { ours: await look(warm, tiles), other: await look(telling(bareWarm, url), [button]) };
  }

  return {
    clicks: (/** @type {string} */ url) => ofBoth(clicksOn, url),
    hour: (/** @type {string} */ url) => ofBoth(hourOf, url),
  };
}
