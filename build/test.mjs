import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { resolveElectron } from './electron-runtime.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The part of Vitest's JSON report that is counted.
 * @typedef {object} Report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults
 */

/**
 * The tests that passed and those that did not. A file that failed before it had a test counts as one failed test.
 * @param {Report} report
 */
export function countTests({ numPassedTests, numFailedTests, testResults }) {
  const brokenFiles = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
}

/** @param {string[]} filters */
function runVitest(filters) {
  const folder = mkdtempSync(join(tmpdir(), 'presently-report-'));
  const file = join(folder, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const parameters = [vitest, 'run', '--config', join(root, 'build/vitest.config.ts'), ...reporters, ...filters];
  try {
    // Bundling has set this to production, in which React keeps its test tools back.
    const env = { ...process.env, NODE_ENV: 'test' };
    const { status } = spawnSync(process.execPath, parameters, { cwd: root, stdio: 'inherit', env });
    return { isFine: status === 0, ...countTests(JSON.parse(readFileSync(file, 'utf8'))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  resolveElectron();
  await bundle();
  const { isFine, passed, failed } = runVitest(process.argv.slice(2));
  if (!isFine || failed > 0 || passed === 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed`);
}
