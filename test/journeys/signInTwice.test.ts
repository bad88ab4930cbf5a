import { expect, it } from 'vitest';
import { createGate } from '../fakes/gate.ts';
import { startJourney } from './app.ts';
import { answererOf } from './asked.ts';

/** Nobody is signed in; whoever sits at the browser takes their time until told. */
async function startSlowPerson() {
  const { opened: isReturned, open: finish } = createGate();
  const pages: string[] = [];
  const journey = await startJourney({
    visit: async (url, simulator) => {
      pages.push(url);
      void isReturned.then(() => simulator.visit(url));
    },
  });
  await journey.restoreSession();
  return { ...journey, pages, finish, answer: answererOf(journey) };
}

const signedIn = { code: 0, text: expect.stringContaining('mira@contoso.com') };

it('[K2] --sign-in while the page of one is open tells what comes of that', async () => {
  const { handlers, pages, finish, answer } = await startSlowPerson();
  const clicked = handlers.signIn('browser');
  await expect.poll(() => pages.length).toBe(1);
  const answered = answer({ kind: 'signIn' });
  // Time enough for an answer that does not wait.
  await new Promise((resolve) => setTimeout(resolve, 50));
  finish();
  await clicked;
  expect([await answered, pages.length]).toEqual([signedIn, 1]);
});

it('[K2] of two --sign-in at once both tell the same, and one page is opened', async () => {
  const { pages, finish, answer } = await startSlowPerson();
  const answered = Promise.all([answer({ kind: 'signIn' }), answer({ kind: 'signIn' })]);
  await expect.poll(() => pages.length).toBe(1);
  finish();
  expect([await answered, pages.length]).toEqual([[signedIn, signedIn], 1]);
});

it('[K2] --sign-in while one is under way that is cancelled then tells that nobody is signed in', async () => {
  const { handlers, pages, answer } = await startSlowPerson();
  const clicked = handlers.signIn('browser');
  await expect.poll(() => pages.length).toBe(1);
  const answered = answer({ kind: 'signIn' });
  let isAnswered = false;
  void answered.then(() => {
    isAnswered = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isAnswered).toBe(false);
  await handlers.cancelSignIn(undefined);
  await clicked;
  expect([await answered, pages.length]).toEqual([{ code: 1, text: 'Not signed in.' }, 1]);
});
