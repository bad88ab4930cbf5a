import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

// Installed alone for the moment of its use: it brings 400 packages of its own time.
const tool = '@doyensec/electronegativity@1.10.3';

/**
 * What the scanner finds and nobody has reviewed; the tool itself always says that all is well.
 * @param {string} root
 * @param {readonly { check: string, file: string }[]} reviewed
 */
export function scan(root, reviewed) {
  const folder = mkdtempSync(join(tmpdir(), 'presently-scan-'));
  const report = join(folder, 'report.csv');
  try {
    const words = ['exec', '--yes', '--ignore-scripts', `--package=${tool}`, '--', 'electronegativity'];
    const parameters = [...words, '-i', join(root, 'electron'), '-o', report];
    const { status, stderr } = spawnSync('npm', parameters, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`electronegativity did not run: ${stderr.slice(-500)}`);
    return parseReport(readFileSync(report, 'utf8'), root)
      .filter(({ check, file }) => !reviewed.some((it) => it.check === check && it.file === file))
      .map(({ check, file }) => `${file}: ${check} is not reviewed`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} csv
 * @param {string} root
 */
export function parseReport(csv, root) {
  return [...csv.matchAll(/^([A-Z_]+_CHECK),"\w+","\w+","([^"]*)"/gm)].map(([, check = '', file = '']) => ({
    check,
    file: file.startsWith('/') ? relative(root, file) : file,
  }));
}
