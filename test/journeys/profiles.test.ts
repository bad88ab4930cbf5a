import { expect, it } from 'vitest';
import type { ProfileChoice } from '../../electron/simulator/profiles.ts';
import { type Journey, startSignedIn } from './app.ts';

/** What each kind of tenant leads to half a minute after a click on Busy: the icon, and how the asking goes. */
const tenants: readonly (readonly [string, ProfileChoice, string, string])[] = [
  ['A accepts and shows', 'acceptsAndShows', 'busy', 'idle'],
  ['B accepts a create and never shows it', 'acceptsNeverShows', 'busy', 'idle'],
  ['B2 accepts all and shows nothing', { name: 'acceptsNeverShows', on: 'writes' }, 'available', 'notVisible'],
  ['C answers 404 with nothing', 'notFound404', 'busy', 'idle'],
  ['D answers 405', 'notAllowed405', 'busy', 'idle'],
  ['E answers 403 without a word', 'createForbidden403', 'busy', 'idle'],
  ['F answers 400 about the segment', 'segment400', 'busy', 'idle'],
  ['G is busy for 2.128 s', { name: 'throttled429', retryAfterSeconds: 2.128, times: 1 }, 'busy', 'idle'],
  ['H answers 503 with a page', { name: 'unavailable503', times: 2 }, 'busy', 'idle'],
  ['H2 fails at each create', { name: 'serverError500', on: 'create' }, 'busy', 'idle'],
  ['I challenges the token', 'claimsChallenge401', 'busy', 'idle'],
  ['J answers 409', 'conflict409', 'busy', 'idle'],
  ['K answers with another id', 'otherId200', 'busy', 'idle'],
  ['L writes its words loosely', 'looseMembers', 'busy', 'idle'],
  ['M is a government cloud', 'governmentCloud', 'busy', 'idle'],
  ['N has no actions under /me', ['notFound404', 'meActionsNotFound404'], 'busy', 'idle'],
  ['O has no mailbox', 'mailboxMissing404', 'busy', 'idle'],
  ['P is slow and cuts lines', { name: 'unsteady', seed: 7, cutShare: 0.4, delayMilliseconds: 20 }, 'busy', 'idle'],
  ['Q counts backwards now and then', 'staleReads', 'busy', 'idle'],
  ['R forgets the end of messages', 'messageExpiryDropped', 'busy', 'idle'],
];

async function letTimePass({ clock, upkeep }: Journey, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await clock.advance(1_000);
    await upkeep();
    // Real HTTP needs real time beside the clock's.
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

it.each(tenants)('[R1][P5] a tenant that %s', async (_name, profile, glyph, status) => {
  const journey = await startSignedIn();
  journey.simulator.setProfile(profile);
  await journey.handlers.setPresence({ availability: 'Busy', activity: 'Busy' });
  await letTimePass(journey, 30);
  await expect.poll(() => [journey.tray().glyph, journey.store.get().publication.status]).toEqual([glyph, status]);
});
