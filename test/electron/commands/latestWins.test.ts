import { expect, it } from 'vitest';
import { latestWins } from '../../../electron/commands/latestWins.ts';

/** Work that waits to be ended from outside. */
function manual() {
  const begun: string[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const work = (input: string) =>
    new Promise<void>((resolve, reject) => {
      begun.push(input);
      ends.push((error) => (error === undefined ? resolve() : reject(error)));
    });
  return { begun, run: latestWins(work), end: (error?: Error) => ends.shift()?.(error) };
}

it('runs the newest of what was asked for meanwhile, and nothing between', async () => {
  const { begun, run, end } = manual();
  const all = Promise.all([run('first'), run('second'), run('third')]);
  end();
  await expect.poll(() => begun).toEqual(['first', 'third']);
  end();
  await all;
  expect(begun).toEqual(['first', 'third']);
});

it('tells everybody who waits what was thrown, and runs the newest all the same', async () => {
  const { begun, run, end } = manual();
  const told = Promise.allSettled([run('first'), run('second')]);
  end(new Error('a bug'));
  await expect.poll(() => begun).toEqual(['first', 'second']);
  end();
  expect(await told).toMatchObject([{ reason: { message: 'a bug' } }, { reason: { message: 'a bug' } }]);
});

it.each([0, 1, 2, 3, 4, 5])('runs what is asked for %i moments after the last of it', async (moments) => {
  const begun: string[] = [];
  const run = latestWins(async (input: string) => {
    begun.push(input);
    if (input === 'first') void askLater();
  });
  async function askLater(): Promise<void> {
    for (let moment = 0; moment < moments; moment += 1) await null;
    await run('second');
  }
  await run('first');
  await expect.poll(() => begun).toEqual(['first', 'second']);
});
