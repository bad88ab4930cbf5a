import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { glyphs } from '#contract/glyph.ts';
import { drawIcons } from '../../build/icons.mjs';

const tray = fileURLToPath(new URL('../../assets/tray/', import.meta.url));

/** The red, green, blue and alpha of each pixel that can be seen at all. */
function visiblePixels({ data }: PNG): number[][] {
  const pixels = Array.from({ length: data.length / 4 }, (_, index) => [...data.subarray(index * 4, index * 4 + 4)]);
  return pixels.filter((pixel) => pixel[3] !== 0);
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
});
