import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import pngToIco from 'png-to-ico';

const root = fileURLToPath(new URL('..', import.meta.url));
const trayFolder = join(root, 'assets/tray');
/**
 * The sizes Windows asks for at 100 to 400 %. The small ones are bitmaps, as they have always been; the larger ones, which
 * would make half a megabyte of them, are PNGs, which Windows' own reader takes since Vista.
 */
const icoSizes = { asBitmap: [16, 20, 24], asPng: [32, 40, 48, 64] };
const icoHeader = 6;
const icoEntry = 16;

/**
 * @param {string} svg
 * @param {number} pixels
 * @returns {Buffer}
 */
export function render(svg, pixels) {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: pixels }, font: { loadSystemFonts: false } });
  return image.render().asPng();
}

/**
 * The macOS template of a glyph: black, and what is white in colour becomes a hole.
 * @param {string} svg
 */
export function toTemplate(svg) {
  return svg.replace(/^.*id="backing".*\n/m, '').replace(/(fill|stroke)="#(?!fff"|000")[0-9a-f]{6}"/g, '$1="#000"');
}

/**
 * Adds square PNGs to an icon file: a list of entries, each with size and place of its picture, and then the pictures.
 * Source: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10), and for PNGs in it
 * https://devblogs.microsoft.com/oldnewthing/20101022-00/?p=12473
 * @param {Buffer} ico
 * @param {{ pixels: number, png: Buffer }[]} frames
 */
export function addToIco(ico, frames) {
  const before = ico.readUInt16LE(4);
  const head = Buffer.from(ico.subarray(0, icoHeader + before * icoEntry));
  const pictures = ico.subarray(head.length);
  head.writeUInt16LE(before + frames.length, 4);
  for (let index = 0; index < before; index += 1) {
    const place = icoHeader + index * icoEntry + 12;
    head.writeUInt32LE(head.readUInt32LE(place) + frames.length * icoEntry, place);
  }
  let offset = ico.length + frames.length * icoEntry;
  const entries = frames.map(({ pixels, png }) => {
    const entry = Buffer.from([pixels, pixels, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, pictures, ...frames.map(({ png }) => png)]);
}

/** @param {string} svg */
async function toIco(svg) {
  const bitmaps = await pngToIco(icoSizes.asBitmap.map((pixels) => render(svg, pixels)));
  return addToIco(
    bitmaps,
    icoSizes.asPng.map((pixels) => ({ pixels, png: render(svg, pixels) })),
  );
}

/**
 * Every picture that is made from a drawing, by its path in the repository.
 * @returns {Promise<Map<string, Buffer>>}
 */
export async function drawIcons() {
  const drawings = (await readdir(trayFolder)).filter((name) => name.endsWith('.svg')).sort();
  /** @type {Map<string, Buffer>} */
  const pictures = new Map();
  for (const drawing of drawings) {
    const svg = await readFile(join(trayFolder, drawing), 'utf8');
    const glyph = join(trayFolder, drawing.replace(/\.svg$/, ''));
    const template = toTemplate(svg);
    pictures.set(`${glyph}.png`, render(svg, 22));
    pictures.set(`${glyph}@2x.png`, render(svg, 44));
    pictures.set(`${glyph}Template.png`, render(template, 16));
    pictures.set(`${glyph}Template@2x.png`, render(template, 32));
    pictures.set(`${glyph}.ico`, await toIco(svg));
  }
  pictures.set(join(root, 'build/icon.png'), render(await readFile(join(root, 'build/icon.svg'), 'utf8'), 1024));
  return pictures;
}

/**
 * The pictures that are missing, or are not what their drawing gives.
 * @param {Map<string, Buffer>} pictures
 */
async function findStale(pictures) {
  const stale = [];
  for (const [path, picture] of pictures) {
    const committed = await readFile(path).catch(() => null);
    if (committed === null || !picture.equals(committed)) stale.push(relative(root, path));
  }
  return stale;
}

async function main() {
  const pictures = await drawIcons();
  const stale = await findStale(pictures);
  if (process.argv.includes('--check')) {
    if (stale.length > 0) console.error(`Not what their drawings give; run npm run icons: ${stale.join(', ')}`);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  for (const path of stale) {
    const picture = pictures.get(join(root, path));
    if (picture) await writeFile(join(root, path), picture);
  }
  console.log(`${pictures.size} pictures, ${stale.length} of them drawn anew.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
