import { readFile } from 'node:fs/promises';
import { until } from '../../build/until.mjs';

/** Waits until a file of the app says `text`. Until its first writing has ended there is none. */
export async function written(path: string, text: string): Promise<void> {
  const read = () => readFile(path, 'utf8').catch(() => '');
  await until(`${text} in ${path}`, async () => (await read()).includes(text));
}
