import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** How much there is to load. Units: kB, before compression. */
export function sizes() {
  const assets = join(out, 'renderer/assets');
  const page = readFileSync(join(out, 'renderer/index.html'), 'utf8');
  const entry = /src="[^"]*assets\/([^"]+\.js)"/.exec(page)?.[1] ?? '';
  const firstPaint = closure(assets, entry, /(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g);
  const main = readdirSync(join(out, 'main')).reduce((sum, name) => sum + statSync(join(out, 'main', name)).size, 0);
  return { firstPaint: firstPaint / 1000, main: main / 1000 };
}
