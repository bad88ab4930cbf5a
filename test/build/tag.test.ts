import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function release(tag: string) {
  const { status, stderr } = spawnSync(process.execPath, ['build/tag.mjs'], {
    cwd: root,
    encoding: 'utf8',
    env: { GITHUB_REF_NAME: tag },
  });
  return [status, stderr];
}

it('a release is made of a tag that names the version in package.json, and of no other', () => {
  expect(release(`v${version}`)).toEqual([0, '']);
  const why = (tag: string) => `The tag ${tag} is not v${version}, the version in package.json.\n`;
  for (const tag of [`v${version}-beta.1`, 'v99.0.0', version, 'v', '']) expect(release(tag)).toEqual([1, why(tag)]);
});
