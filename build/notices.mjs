import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A package whose code is in the bundle.
 * @typedef {{ name: string, version: string, license: string, text: string }} Notice
 */

/**
 * Notes which packages' code ends up in a bundle.
 * @param {Set<string>} folders where the packages are; grows while bundles are made
 * @returns {import('vite').Plugin}
 */
export function noteParts(folders) {
  return {
    name: 'note-parts',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        for (const id of part.type === 'chunk' ? Object.keys(part.modules) : []) {
          const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/').replace(/^\0/, ''));
          if (folder !== null) folders.add(folder[0]);
        }
      }
    },
  };
}

/** @param {string} folder @returns {Notice} */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((it) => /^(licen[cs]e|copying)/i.test(it));
  return { name, version, license: String(license), text: file ? readFileSync(join(folder, file), 'utf8').trim() : '' };
}

/**
 * The page of thanks that licences ask for: each package with its licence, in the order of their names.
 * @param {Iterable<string>} folders
 */
export function writeNotices(folders) {
  const notices = [...folders].filter((folder) => existsSync(join(folder, 'package.json'))).map(noticeOf);
  const sorted = notices.sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = sorted.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`);
  const rule = `\n\n${'-'.repeat(72)}\n\n`;
  return `Presently contains code of these packages. Electron and Chromium have notices of their own beside this one.${rule}${parts.join(rule)}\n`;
}
