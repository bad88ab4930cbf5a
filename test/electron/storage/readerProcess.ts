import type { Log } from '../../../electron/ports.ts';
import { readTextFile } from '../../../electron/storage/textFile.ts';

// A program that does nothing but say what it reads. Made to be run by somebody else.

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

async function main(): Promise<void> {
  process.stdout.write(JSON.stringify(await readTextFile(process.argv[2] ?? '', silent)));
}

void main();
