import { expect, it } from 'vitest';
import { loadOnce } from '../../electron/loadOnce.ts';

it('[F1] what could not be loaded is loaded when it is asked for again, and then once', async () => {
  let loads = 0;
  const load = loadOnce(async () => {
    loads += 1;
    if (loads === 1) throw new Error('no such file');
    return `load ${loads}`;
  });
  const refused = [load(), load()];
  for (const each of refused) await expect(each).rejects.toThrow('no such file');
  expect([loads, await load(), await load(), loads]).toEqual([1, 'load 2', 'load 2', 2]);
});
