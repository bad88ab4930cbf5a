import { closeSync, openSync, readSync } from 'node:fs';

/**
 * What a screen showed, and when it began to.
 * @typedef {{ at: number, bytes: Buffer }} Frame
 *
 * @typedef {object} Watcher
 * @property {() => Buffer} read
 * @property {(limit: number) => Promise<number>} untilChange when it changed
 * @property {(act: () => number) => Promise<Frame[]>} follow every frame from before an act, which tells when it was, until
 * nothing moves any more
 * @property {() => void} close
 */

/** Units: milliseconds. */
const pollPause = 1;
const quietFor = 450;
const longest = 8000;
/** A popup counts as painted when all but this part of what changed is as it will stay. */
const unfinishedShare = 0.02;

/**
 * Watches some lines of an X server's framebuffer file: all from `top` on, or one of `every` so many, since reading all
 * of a screen a thousand times in a second keeps a processor from what is measured.
 * @param {string} file
 * @param {{ start: number, bytesPerLine: number }} layout
 * @param {{ top: number, lines: number, every?: number }} part
 * @returns {Watcher}
 */
export function watchScreen(file, { start, bytesPerLine }, { top, lines, every = 1 }) {
  const descriptor = openSync(file, 'r');
  const count = Math.ceil(lines / every);
  const read = () => {
    const bytes = Buffer.allocUnsafe(count * bytesPerLine);
    for (let line = 0; line < count; line += 1) {
      readSync(descriptor, bytes, line * bytesPerLine, bytesPerLine, start + (top + line * every) * bytesPerLine);
    }
    return bytes;
  };
  const pause = () => new Promise((resolve) => setTimeout(resolve, pollPause));
  return {
    read,
    async untilChange(limit) {
      const before = read();
      const deadline = performance.now() + limit;
      while (performance.now() < deadline) {
        if (!read().equals(before)) return performance.now();
        await pause();
      }
      throw new Error('Nothing changed on the screen.');
    },
    async follow(act) {
      const bytes = read();
      const began = act();
      /** @type {Frame[]} */
      const frames = [{ at: began, bytes }];
      while (performance.now() - began < longest) {
        const last = frames.at(-1);
        if (frames.length > 1 && performance.now() - (last?.at ?? 0) > quietFor) return frames;
        const bytes = read();
        if (last && !bytes.equals(last.bytes)) frames.push({ at: performance.now(), bytes });
        await pause();
      }
      throw new Error('The screen did not come to rest.');
    },
    close: () => closeSync(descriptor),
  };
}

/** @param {Buffer} a @param {Buffer} b @returns {number} how many pixels differ */
function difference(a, b) {
  let count = 0;
  for (let at = 0; at < a.length; at += 4) if (a.readUInt32LE(at) !== b.readUInt32LE(at)) count += 1;
  return count;
}

/**
 * How long the change from the first frame to the last one took until it was as good as done.
 * @param {readonly Frame[]} frames
 */
export function paintTime(frames) {
  const [first, last] = [frames[0], frames.at(-1)];
  if (!first || !last || first === last) throw new Error('Nothing was painted.');
  const allowed = difference(first.bytes, last.bytes) * unfinishedShare;
  const painted = frames.slice(1).find((frame) => difference(frame.bytes, last.bytes) <= allowed);
  return (painted ?? last).at - first.at;
}
