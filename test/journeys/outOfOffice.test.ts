import { expect, it } from 'vitest';
import { startSignedIn } from './app.ts';

const busy = { availability: 'Busy', activity: 'Busy' } as const;
const away = { isOutOfOffice: true, message: 'Back on Monday' };

function asked(posts: readonly { readonly body: unknown }[]): unknown[] {
  return posts.map(({ body }) => {
    const { availability, outOfOfficeSettings } = body as {
      availability: string;
      outOfOfficeSettings: { isOutOfOffice: boolean };
    };
    return [availability, outOfOfficeSettings.isOutOfOffice];
  });
}

it('[O1][O2] out of office travels with the presence, and the switch shows what the service says', async () => {
  const { handlers, posts, store, tray, simulator } = await startSignedIn();
  await handlers.setPresence(busy);
  await handlers.setOutOfOffice(away);
  expect(posts().at(-1)?.body).toMatchObject({ ...busy, outOfOfficeSettings: away });
  await handlers.refreshPresence(undefined);
  expect(store.get().presence?.value.outOfOfficeSettings).toEqual(away);
  expect(tray().glyph).toBe('busyOutOfOffice');
  await handlers.setPresence({ availability: 'Away', activity: 'Away' });
  expect(posts().at(-1)?.body).toMatchObject({ outOfOfficeSettings: { isOutOfOffice: true } });
  await handlers.setOutOfOffice({ isOutOfOffice: false, message: 'Back on Monday' });
  expect(posts().at(-1)?.body).toMatchObject({ outOfOfficeSettings: { isOutOfOffice: false, message: null } });
  expect(simulator.requests.some(({ path }) => path.includes('mailboxSettings'))).toBe(false);
});

it('a choice and out of office made in quick succession do not undo each other', async () => {
  const { handlers, posts, store } = await startSignedIn();
  await Promise.all([handlers.setOutOfOffice(away), handlers.setPresence(busy)]);
  expect(asked(posts()).at(-1)).toEqual(['Busy', true]);
  await Promise.all([
    handlers.setPresence({ availability: 'Away', activity: 'Away' }),
    handlers.setOutOfOffice({ isOutOfOffice: false, message: null }),
  ]);
  expect(asked(posts()).at(-1)).toEqual(['Away', false]);
  expect(store.get().presence?.value).toMatchObject({
    availability: 'Away',
    outOfOfficeSettings: { isOutOfOffice: false },
  });
});

it('a choice made before anything is known asks first, and leaves a running out of office on', async () => {
  const first = await startSignedIn();
  await first.handlers.setOutOfOffice(away);
  first.network.isUp = false;
  await first.clock.advance(31 * 60_000);
  await first.upkeep();
  expect(first.tray().glyph).toBe('outOfOffice');
  first.network.isUp = true;
  await first.handlers.setPresence(busy);
  expect(asked(first.posts()).at(-1)).toEqual(['Busy', true]);
});

it('a new message counts as seen only when it is', async () => {
  const { handlers, simulator, store, clock } = await startSignedIn();
  await handlers.setOutOfOffice(away);
  await handlers.refreshPresence(undefined);
  simulator.setProfile('acceptsNeverShows');
  await handlers.setOutOfOffice({ isOutOfOffice: true, message: 'Back on Tuesday' });
  for (const milliseconds of [2_000, 3_000, 7_000]) {
    await clock.advance(milliseconds);
    await expect.poll(() => store.get().reading.status).toBe('idle');
  }
  await expect.poll(() => store.get().publication.status).toBe('notVisible');
});
