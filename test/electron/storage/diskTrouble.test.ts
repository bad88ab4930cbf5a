import { expect, it } from 'vitest';
import { patience, patiently } from '../../../electron/storage/diskTrouble.ts';

/** Work that fails that often with that code before it comes to its end, and counts how often it was begun. */
function failing(code: string, times: number) {
  let begun = 0;
  const work = async () => {
    begun += 1;
    if (begun <= times) throw Object.assign(new Error(code), { code });
    return 'done';
  };
  return { work, begun: () => begun };
}

it.each(['EBUSY', 'EPERM', 'EACCES', 'EMFILE', 'ENFILE', 'EAGAIN', 'ESTALE', 'EIO'])(
  '[B3] %s passes: what it stopped is done again',
  async (code) => {
    const { work, begun } = failing(code, 2);
    expect([await patiently(work), begun()]).toEqual(['done', 3]);
  },
);

it.each(['ENOENT', 'ENOSPC', 'EROFS', 'ELOOP', 'ENOTDIR'])(
  '[B3] %s does not pass, and is said at once',
  async (code) => {
    const { work, begun } = failing(code, 1);
    await expect(patiently(work)).rejects.toThrow(code);
    expect(begun()).toBe(1);
  },
);

it('[B3] what does not pass within a second is said as it was', async () => {
  const begin = performance.now();
  await expect(patiently(failing('EBUSY', Infinity).work)).rejects.toThrow('EBUSY');
  const took = performance.now() - begin;
  expect([took >= patience - 5, took < 3 * patience]).toEqual([true, true]);
});
