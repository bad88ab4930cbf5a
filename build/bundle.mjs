import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { noteParts, writeNotices } from './notices.mjs';
import { styles } from './styles.mjs';
import { stylesheet } from './stylesheet.mjs';

/** @typedef {import('vite').InlineConfig} InlineConfig */

const root = fileURLToPath(new URL('..', import.meta.url));
/** Node 18 is what Electron 25 has inside; there, an app's main script and a sandboxed preload must be CommonJS. */
const nodeTarget = 'node18';

/**
 * What all three builds share.
 * @param {string} folder
 * @returns {InlineConfig}
 */
function commonConfig(folder) {
  return { root: folder, configFile: false, logLevel: 'warn', mode: 'production', publicDir: false };
}

/**
 * A script that runs beside Electron and carries all it needs, but Electron itself.
 * @param {string} folder
 * @param {{ entry: string, isOneFile: boolean }} script
 * @returns {InlineConfig}
 */
function scriptConfig(folder, { entry, isOneFile }) {
  return {
    ...commonConfig(folder),
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: join(folder, entry),
      outDir: join(folder, 'out/main'),
      emptyOutDir: false,
      target: nodeTarget,
      minify: true,
      rolldownOptions: {
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
          codeSplitting: !isOneFile,
        },
      },
    },
  };
}

/** @param {string} folder @returns {InlineConfig} */
function rendererConfig(folder) {
  return {
    ...commonConfig(join(folder, 'renderer')),
    base: './',
    build: {
      outDir: join(folder, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome114',
      minify: true,
      // Read from a file in one go; a warning made for the web would only be noise.
      chunkSizeWarningLimit: 2000,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: [join(folder, 'renderer/index.html'), join(folder, 'renderer/settings.html')],
        // A style that is carried over to the sheet leaves its colours behind; reading one does nothing.
        treeshake: { propertyReadSideEffects: false },
        // All that the first page waits for comes in one piece: each piece costs the main process some milliseconds.
        output: { codeSplitting: { groups: [{ name: 'page', test: /renderer[\\/](App|mount)\.tsx$/ }] } },
        onwarn(warning, warn) {
          // 'use client' is for servers that render React; there is none here.
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  };
}

/**
 * What a library wraps its modules in is called at once. Older engines see that only of a function in parentheses that
 * is no arrow; of any other they read all that is in it twice, which is most of what a page waits for. For the page's
 * only, since such a function has another `this`, which some of main's libraries look at.
 * @type {import('vite').Plugin}
 */
const readOnce = {
  name: 'read-once',
  renderChunk: (code) => code.replace(/(__commonJSMin\(\()\(([\w, ]*)\) => \{/g, '$1function($2) {'),
};

/**
 * Beyond Latin-1 an engine keeps a script with two bytes to a character; a handful of quotation marks would cost as much
 * memory again as all the code.
 * @type {import('vite').Plugin}
 */
const inLatin1 = {
  name: 'in-latin-1',
  generateBundle(_options, files) {
    for (const file of Object.values(files)) if (file.type === 'chunk') file.code = escapeBeyondLatin1(file.code);
  },
};

/** @param {string} code */
function escapeBeyondLatin1(code) {
  return code.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * What MSAL signs the assertions of servers with. Nobody signs in that way at a desk, and it would be a quarter of what
 * is loaded to sign in.
 * @type {import('vite').Plugin}
 */
const withoutServers = {
  name: 'without-servers',
  enforce: 'pre',
  resolveId: (id) => (id === 'jsonwebtoken' ? '\0no-servers' : null),
  load: (id) => (id === '\0no-servers' ? 'export default {};' : null),
};

/** Builds what Electron runs, `out/main` and `out/renderer`, out of a folder laid out as this one. */
export async function bundle(folder = root) {
  await rm(join(folder, 'out/main'), { recursive: true, force: true });
  /** @type {Set<string>} */
  const parts = new Set();
  const plugins = [withoutServers, noteParts(parts), inLatin1];
  await build({ ...scriptConfig(folder, { entry: 'electron/main.ts', isOneFile: false }), plugins });
  await build({ ...scriptConfig(folder, { entry: 'electron/preload.ts', isOneFile: true }), plugins });
  const renderer = join(folder, 'renderer');
  const drawn = [styles(renderer), stylesheet(renderer), readOnce];
  await build({ ...rendererConfig(folder), plugins: [...drawn, ...plugins] });
  await writeFile(join(folder, 'out/THIRD-PARTY-NOTICES.txt'), writeNotices(parts));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundle();
