import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFolder } from '../dist.mjs';

const out = fileURLToPath(new URL('../../out', import.meta.url));

/**
 * What a script loads before it runs, itself included. Units: bytes.
 * @param {string} folder @param {string} entry @param {RegExp} imports of which the first group is a file's name
 */
function closure(folder, entry, imports) {
  const found = new Set([entry]);
  for (const name of found) {
    for (const [, next] of readFileSync(join(folder, name), 'utf8').matchAll(imports)) {
      if (next !== undefined) found.add(next);
    }
  }
  return [...found].reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** How much there is to load and to install. Units: kB, and MB for what is installed; all before compression. */
export async function sizes() {
  const assets = join(out, 'renderer/assets');
  const page = readFileSync(join(out, 'renderer/index.html'), 'utf8');
  const entry = /src="[^"]*assets\/([^"]+\.js)"/.exec(page)?.[1] ?? '';
  const firstPaint = closure(assets, entry, /(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g);
  const folder = mkdtempSync(join(tmpdir(), 'presently-sizes-'));
  try {
    const app = await buildFolder({ out: folder });
    const archive = statSync(join(app, 'resources/app.asar')).size;
    return {
      ...{ firstPaint: firstPaint / 1e3, main: sizeOf(join(out, 'main')) / 1e3 },
      ...{ archive: archive / 1e3, installed: sizeOf(app) / 1e6 },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} folder with all that is in it. Units: bytes. */
function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
