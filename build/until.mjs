import { setTimeout as wait } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer, and fails by name when there is none in time.
 * @template T
 * @param {string} what what is waited for, as it is to be read in the failure
 * @param {() => T | null | undefined | false | Promise<T | null | undefined | false>} ask
 * @param {{ milliseconds?: number, pause?: number }} [patience]
 * @returns {Promise<T>}
 */
export async function until(what, ask, { milliseconds = 10_000, pause = 25 } = {}) {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`Not seen within ${milliseconds / 1000} s: ${what}`);
    await wait(pause);
  }
}
