import { PNG } from 'pngjs';

// Compares a picture with a small one that was kept of it, as an eye would that does not look at single pixels.

/** So many pixels each way become one in a picture that is kept: small, and blind to how letters are smoothed. */
const side = 4;
/** An engine may set a letter or a line so many pixels beside where another does. */
const reach = 1;
/** How far a block may be off in red, green or blue, of 255; and how many blocks may be. */
const tolerance = { colour: 12, blocks: 1 };

/** @typedef {{ reason: string, picture: PNG | null }} Difference what is different in words, and where, if they are of one size */

/**
 * The mean colour of a block; beyond the edge the picture goes on as it ends.
 * @param {PNG} png
 * @param {number} left
 * @param {number} top
 */
function meanColour(png, left, top) {
  const sum = [0, 0, 0];
  for (let row = top; row < top + side; row += 1) {
    const y = Math.min(Math.max(row, 0), png.height - 1);
    for (let column = left; column < left + side; column += 1) {
      const at = (y * png.width + Math.min(Math.max(column, 0), png.width - 1)) * 4;
      for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (png.data[at + channel] ?? 0);
    }
  }
  return sum.map((each) => Math.round(each / side ** 2));
}

/**
 * What is kept of a picture.
 * @param {PNG} png
 */
export function shrink(png) {
  const small = new PNG({ width: Math.ceil(png.width / side), height: Math.ceil(png.height / side) });
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      small.data.set([...meanColour(png, x * side, y * side), 255], (y * small.width + x) * 4);
    }
  }
  return small;
}

/** @param {PNG} seen @param {PNG} kept @param {number} x @param {number} y */
function isBlockOff(seen, kept, x, y) {
  const wanted = kept.data.subarray((y * kept.width + x) * 4);
  /** @param {number} dx @param {number} dy */
  const isLike = (dx, dy) =>
    meanColour(seen, x * side + dx, y * side + dy).every(
      (part, channel) => Math.abs(part - (wanted[channel] ?? 0)) <= tolerance.colour,
    );
  if (isLike(0, 0)) return false;
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) if (isLike(dx, dy)) return false;
  }
  return true;
}

/**
 * The kept picture, as large as the other; and beside it that one, red where it is off and pale where it is not.
 * @param {PNG} seen
 * @param {PNG} kept
 * @param {ReadonlySet<number>} off
 */
function draw(seen, kept, off) {
  const picture = new PNG({ width: seen.width * 2, height: seen.height });
  for (let y = 0; y < seen.height; y += 1) {
    for (let x = 0; x < seen.width; x += 1) {
      const block = Math.floor(y / side) * kept.width + Math.floor(x / side);
      const from = (y * seen.width + x) * 4;
      const [red = 0, green = 0, blue = 0] = seen.data.subarray(from, from + 3);
      const marked = off.has(block) ? [255, green / 2, blue / 2] : [red, green, blue].map((part) => 160 + part * 0.375);
      const to = (y * picture.width + x) * 4;
      picture.data.set([...kept.data.subarray(block * 4, block * 4 + 3), 255], to);
      picture.data.set([...marked, 255], to + seen.width * 4);
    }
  }
  return picture;
}

/**
 * How a picture differs from what was kept of it; null where an eye would say that it does not.
 * @param {PNG} seen
 * @param {PNG} kept
 * @returns {Difference | null}
 */
export function pictureDifference(seen, kept) {
  const [width, height] = [Math.ceil(seen.width / side), Math.ceil(seen.height / side)];
  if (width !== kept.width || height !== kept.height) {
    const size = `${seen.width} × ${seen.height} pixels`;
    return { reason: `is ${size}, not about ${kept.width * side} × ${kept.height * side}`, picture: null };
  }
  /** @type {Set<number>} */
  const off = new Set();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (isBlockOff(seen, kept, x, y)) off.add(y * width + x);
  }
  if (off.size <= tolerance.blocks) return null;
  return { reason: `differs in ${off.size} of ${width * height} blocks`, picture: draw(seen, kept, off) };
}
