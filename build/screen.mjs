import { readFile } from 'node:fs/promises';
import { PNG } from 'pngjs';

/**
 * What an X server shows, as it keeps it in its file: four bytes a pixel, blue first.
 * @typedef {{ width: number, height: number, bytesPerLine: number, start: number, bytes: Buffer }} Screen
 *
 * Pixels from the top left.
 * @typedef {{ x: number, y: number, width: number, height: number }} Region
 *
 * A colour as red, green and blue.
 * @typedef {readonly [number, number, number]} Colour
 *
 * The smallest region that holds all pixels of a colour, and how many there are.
 * @typedef {Region & { count: number }} Patch
 *
 * @typedef {(red: number, green: number, blue: number) => boolean} IsWanted
 */

/**
 * Reads the framebuffer file of `Xvfb -fbdir`. Source: the XWD format, X11/XWDFile.h.
 * @param {string} file
 * @returns {Promise<Screen>}
 */
export async function readScreen(file) {
  const bytes = await readFile(file);
  const headerBytes = bytes.readUInt32BE(0);
  const colourMapEntries = bytes.readUInt32BE(19 * 4);
  return {
    width: bytes.readUInt32BE(4 * 4),
    height: bytes.readUInt32BE(5 * 4),
    bytesPerLine: bytes.readUInt32BE(12 * 4),
    start: headerBytes + colourMapEntries * 12,
    bytes,
  };
}

/** @param {Screen} screen */
export function toPng(screen) {
  const png = new PNG({ width: screen.width, height: screen.height });
  for (let y = 0; y < screen.height; y += 1) {
    for (let x = 0; x < screen.width; x += 1) {
      const from = screen.start + y * screen.bytesPerLine + x * 4;
      const to = (y * screen.width + x) * 4;
      png.data[to] = screen.bytes[from + 2] ?? 0;
      png.data[to + 1] = screen.bytes[from + 1] ?? 0;
      png.data[to + 2] = screen.bytes[from] ?? 0;
      png.data[to + 3] = 255;
    }
  }
  return png;
}

/**
 * Where pixels of a kind are seen; null where there are none.
 * @param {Screen} screen
 * @param {Region} region
 * @param {IsWanted} isWanted
 * @returns {Patch | null}
 */
export function findPixels(screen, region, isWanted) {
  const right = Math.min(region.x + region.width, screen.width);
  const bottom = Math.min(region.y + region.height, screen.height);
  let [count, left, top, last, lowest] = [0, right, bottom, 0, 0];
  for (let y = region.y; y < bottom; y += 1) {
    for (let x = region.x; x < right; x += 1) {
      const at = screen.start + y * screen.bytesPerLine + x * 4;
      if (!isWanted(screen.bytes[at + 2] ?? 0, screen.bytes[at + 1] ?? 0, screen.bytes[at] ?? 0)) continue;
      count += 1;
      left = Math.min(left, x);
      top = Math.min(top, y);
      last = Math.max(last, x);
      lowest = Math.max(lowest, y);
    }
  }
  return count === 0 ? null : { x: left, y: top, width: last - left + 1, height: lowest - top + 1, count };
}

/**
 * Recognises a colour.
 * @param {Colour} colour
 * @param {number} tolerance how far each of red, green and blue may be off
 * @returns {IsWanted}
 */
export function isColour([red, green, blue], tolerance) {
  return (r, g, b) =>
    Math.abs(r - red) <= tolerance && Math.abs(g - green) <= tolerance && Math.abs(b - blue) <= tolerance;
}
