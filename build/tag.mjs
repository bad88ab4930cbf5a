import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fail } from './failure.mjs';

// Packages are named by package.json, and copies that update themselves compare with that. A tag put before the version
// was raised would publish a release that is offered to nobody.

const tag = process.env['GITHUB_REF_NAME'];
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
if (tag !== `v${version}`) fail(new Error(`The tag ${tag} is not v${version}, the version in package.json.`));
