import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

// Writes the list named on the command line, of what the folder it is run in has for people to fetch. In the form of
// sha256sum, which not every system that builds has, nor shasum.

const [list = 'SHA256SUMS.txt'] = process.argv.slice(2);
/** For programs: lists of newer versions, and what has a list's name already. */
const others = /\.ya?ml$|\.blockmap$|^SHA256SUMS/;
const files = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isFile());
const names = files.map(({ name }) => name).filter((name) => !others.test(name));
const lines = names.sort().map((name) => `${createHash('sha256').update(readFileSync(name)).digest('hex')}  ${name}\n`);
writeFileSync(list, lines.join(''));
