import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { pictureDifference, shrink } from '../../build/picture-difference.mjs';

type Colour = readonly [number, number, number];
const red: Colour = [209, 52, 56];
const berry: Colour = [194, 57, 179];
const ink: Colour = [36, 36, 36];
const page: Colour = [250, 250, 250];

interface Scene {
  readonly glyph?: Colour;
  /** Units: pixels. */
  readonly left?: number;
  readonly top?: number;
  /** As many strokes as its letters have. */
  readonly word?: number;
  /** How strongly the strokes are drawn, as engines do not agree on it. */
  readonly weight?: number;
  readonly height?: number;
}

/** A row of a card: a glyph and a word, in a frame. */
function picture({ glyph = red, left = 0, top = 0, word = 12, weight = 1, height = 60 }: Scene = {}): PNG {
  const png = new PNG({ width: 122, height });
  const paint = (x: number, y: number, colour: Colour, share = 1) => {
    const at = (y * png.width + x) * 4;
    const mixed = colour.map((part, channel) => part * share + (png.data[at + channel] ?? 0) * (1 - share));
    png.data.set([...mixed, 255], at);
  };
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      const isFrame = x === 4 || x === 117 || y === 4 || y === 54;
      paint(x, y, isFrame ? [209, 209, 209] : page);
      if (Math.hypot(x - left - 22, y - top - 28) < 8) paint(x, y, glyph);
      const stroke = (x - left - 40) / 3;
      const isStroke = Number.isInteger(stroke) && stroke >= 0 && stroke < word;
      if (isStroke && Math.abs(y - top - 28) < 6) paint(x, y, ink, weight * 0.6);
    }
  }
  return png;
}

const kept = shrink(picture());
const differs = (scene: Scene) => pictureDifference(picture(scene), kept)?.reason ?? null;

describe('a picture beside the one that was kept', () => {
  it('is a sixteenth of its size', () => {
    expect({ width: kept.width, height: kept.height }).toEqual({ width: 31, height: 15 });
  });

  it.each([
    ['the same', {}],
    ['drawn a pixel further right', { left: 1 }],
    ['drawn a pixel higher', { top: -1 }],
    ['with letters that are smoothed more', { weight: 0.92 }],
  ])('is alike: %s', (_what, scene) => {
    expect(differs(scene)).toBeNull();
  });

  it.each([
    ['spacing of 4 px', { left: 4 }],
    ['height of 4 px', { top: 4 }],
    ['a colour', { glyph: berry }],
    ['an icon that is gone', { glyph: page }],
    ['a longer word', { word: 15 }],
    ['no word at all', { word: 0 }],
  ])('differs by %s', (_what, scene) => {
    expect(differs(scene)).toMatch(/^differs in \d+ of 465 blocks$/);
  });

  it('of another size is called that', () => {
    expect(differs({ height: 80 })).toBe('is 122 × 80 pixels, not about 124 × 60');
  });

  it('is drawn beside it, with red where it is off', () => {
    const found = pictureDifference(picture({ glyph: page }), kept)?.picture;
    const at = (x: number, y: number) => [...(found?.data.subarray((y * 244 + x) * 4, (y * 244 + x) * 4 + 3) ?? [])];
    expect({ kept: at(22, 28), seen: at(122 + 22, 28), alike: at(122 + 100, 50) }).toEqual({
      kept: [...red],
      seen: [255, 125, 125],
      alike: [253, 253, 253],
    });
  });
});
