import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { glyphs } from '#contract/glyph.ts';
import { drawIcons, render } from '../../build/icons.mjs';

const tray = fileURLToPath(new URL('../../assets/tray/', import.meta.url));

/** The red, green, blue and alpha of each pixel that can be seen at all. */
function visiblePixels({ data }: PNG): number[][] {
  const pixels = Array.from({ length: data.length / 4 }, (_, index) => [...data.subarray(index * 4, index * 4 + 4)]);
  return pixels.filter((pixel) => pixel[3] !== 0);
}

/** The bars that an icon stands on: Windows' light one, white, and a dark one. */
const bars = { light: [238, 242, 248], white: [255, 255, 255], dark: [31, 31, 31] } as const;
/** What WCAG 2 asks of signs that are needed to understand. */
const leastContrast = 3;

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The colour that most of the opaque pixels have; the edges shade off. */
function mainColour(icon: PNG): readonly number[] {
  const counts = new Map<string, number>();
  for (const [red, green, blue, alpha] of visiblePixels(icon)) {
    if (alpha === 255) counts.set(`${red},${green},${blue}`, (counts.get(`${red},${green},${blue}`) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return (most?.[0] ?? '').split(',').map(Number);
}

describe('the icons', () => {
  it('[T1] are drawn for every glyph there is', () => {
    expect(glyphs.filter((glyph) => !existsSync(`${tray}${glyph}.svg`))).toEqual([]);
  });

  it('are committed as their drawings give them', async () => {
    const stale: string[] = [];
    for (const [path, picture] of await drawIcons()) {
      if (!picture.equals(await readFile(path))) stale.push(path);
    }
    expect(stale).toEqual([]);
  });

  it('[T1] have a sign that shows in black alone', async () => {
    const template = PNG.sync.read(await readFile(`${tray}doNotDisturbTemplate@2x.png`));
    const plain = PNG.sync.read(await readFile(`${tray}busyTemplate@2x.png`));
    const colours = new Set(visiblePixels(template).map(([red, green, blue]) => `${red},${green},${blue}`));
    expect([...colours]).toEqual(['0,0,0']);
    expect(visiblePixels(template).length).toBeLessThan(visiblePixels(plain).length);
  });

  it.each(glyphs)('%s.ico has each size that Windows asks for, whole and where it says', async (glyph) => {
    const svg = await readFile(`${tray}${glyph}.svg`, 'utf8');
    const ico = await readFile(`${tray}${glyph}.ico`);
    const frames = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const entry = ico.subarray(6 + index * 16, 22 + index * 16);
      const [size, offset] = [entry.readUInt32LE(8), entry.readUInt32LE(12)];
      return { pixels: entry.readUInt8(0), offset, end: offset + size, bytes: ico.subarray(offset, offset + size) };
    });
    expect(frames.map(({ pixels }) => pixels)).toEqual([16, 20, 24, 32, 40, 48, 64]);
    // One after the other, from the end of the list to the end of the file.
    expect(frames.map(({ offset }) => offset)).toEqual([6 + 7 * 16, ...frames.slice(0, -1).map(({ end }) => end)]);
    expect(frames.at(-1)?.end).toBe(ico.length);
    for (const { pixels, bytes } of frames) {
      if (pixels >= 32) expect(bytes.equals(render(svg, pixels))).toBe(true);
      // A bitmap in an icon is told twice as high as it is, for its mask.
      else
        expect([bytes.readUInt32LE(0), bytes.readInt32LE(4), bytes.readInt32LE(8)]).toEqual([40, pixels, 2 * pixels]);
    }
  });

  it('leave room in the archive of Windows', async () => {
    const sizes = await Promise.all(glyphs.map(async (glyph) => (await readFile(`${tray}${glyph}.ico`)).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(140_000);
  });

  it.each(glyphs)('[T1] %s can be told from every bar, whatever its size', async (glyph) => {
    const found: string[] = [];
    for (const file of [`${glyph}.png`, `${glyph}@2x.png`]) {
      const colour = mainColour(PNG.sync.read(await readFile(`${tray}${file}`)));
      for (const [name, bar] of Object.entries(bars)) {
        if (!(contrast(colour, bar) >= leastContrast)) found.push(`${file} on ${name}: ${contrast(colour, bar)}`);
      }
    }
    expect(found).toEqual([]);
  });
});
