import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { scan } from './electronegativity.mjs';
import { findHoles, reviewLock } from './lock.mjs';
import { reviewSources } from './sources.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

function readSources() {
  const paths = ['electron', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const sources = paths.map((path) => path.replaceAll('\\', '/')).filter((path) => /\.tsx?$/.test(path));
  return new Map(sources.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** The list of all that a build is made of, for those who have to know. @returns {string[]} */
function writeBillOfMaterials() {
  const parameters = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', parameters, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) return [`there is no bill of materials: ${stderr.slice(-300)}`];
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist/presently.cdx.json'), stdout);
  return JSON.parse(stdout).components.length > 0 ? [] : ['the bill of materials is empty'];
}

const lock = readJson('package-lock.json');
const checks = {
  'lock file': () => reviewLock(lock),
  'known holes': () => findHoles(lock, readJson('build/security/advisories.json')),
  sources: () => reviewSources(readSources()),
  'bill of materials': writeBillOfMaterials,
  ...(process.argv.includes('--full')
    ? { electronegativity: () => scan(root, readJson('build/security/reviewed.json')) }
    : {}),
};
for (const [name, check] of Object.entries(checks)) {
  const findings = check();
  console.log(findings.length === 0 ? `${name}: nothing found` : `${name}:\n  ${findings.join('\n  ')}`);
  if (findings.length > 0) process.exitCode = 1;
}
