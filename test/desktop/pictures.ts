import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { pictureDifference, shrink } from '../../build/picture-difference.mjs';

const kept = fileURLToPath(new URL('../pictures', import.meta.url));
const found = fileURLToPath(new URL('../../out/pictures', import.meta.url));
/** As `npm run pictures` does: what is seen is kept, instead of being compared with what was. */
const isKeeping = process.env['PICTURES'] === 'keep';
const attempts = 12;
/** Units: milliseconds. */
const pause = 250;

/** The names of the pictures that are kept. */
export function keptPictures(): string[] {
  return readdirSync(kept)
    .filter((file) => file.endsWith('.png'))
    .map((file) => file.slice(0, -'.png'.length));
}

/** Forgets what an earlier run found, and where pictures are taken, those of what is no more. */
export async function startPictures(wanted: readonly string[]): Promise<void> {
  await rm(found, { recursive: true, force: true });
  await mkdir(found, { recursive: true });
  if (!isKeeping) return;
  await mkdir(kept, { recursive: true });
  for (const name of keptPictures()) if (!wanted.includes(name)) await rm(`${kept}/${name}.png`);
}

async function look(page: Page): Promise<Buffer> {
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

async function keep(page: Page, name: string): Promise<void> {
  let before: Buffer = Buffer.alloc(0);
  let now = await look(page);
  while (!now.equals(before)) {
    await page.waitForTimeout(pause);
    [before, now] = [now, await look(page)];
  }
  await writeFile(`${found}/${name}.png`, now);
  await writeFile(`${kept}/${name}.png`, PNG.sync.write(shrink(PNG.sync.read(now)), { colorType: 2 }));
}

/**
 * How a page looks unlike the picture that was kept of it; nothing where it does not. A window may still be on its way
 * to its size, so it is looked at again before anything is said.
 */
export async function pictureFaults(page: Page, name: string): Promise<string[]> {
  if (isKeeping) {
    await keep(page, name);
    return [];
  }
  if (!existsSync(`${kept}/${name}.png`)) return [`${name} has no picture yet: npm run pictures takes it`];
  const wanted = PNG.sync.read(await readFile(`${kept}/${name}.png`));
  for (let attempt = 1; ; attempt += 1) {
    const seen = await look(page);
    const difference = pictureDifference(PNG.sync.read(seen), wanted);
    if (difference === null) return [];
    if (attempt === attempts) {
      await writeFile(`${found}/${name}.png`, seen);
      const { reason, picture } = difference;
      if (picture === null) return [`${name} ${reason}: see out/pictures/${name}.png`];
      await writeFile(`${found}/${name}.difference.png`, PNG.sync.write(picture));
      return [`${name} ${reason}: see out/pictures/${name}.difference.png, and ${name}.png beside it`];
    }
    await page.waitForTimeout(pause);
  }
}
