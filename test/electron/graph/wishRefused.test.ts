import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { plainPresence } from '#contract/presence.ts';
import type { Wish } from '#contract/state.ts';
import { writePresence } from '../../../electron/graph/writePresence.ts';
import type { Profile } from '../../../electron/simulator/profiles.ts';
import { askingFor, brief, type GraphWorld, openGraphWorld, wishFor } from './graphWorld.ts';

const busy = wishFor(plainPresence('Busy'));
const away: OutOfOfficeSettings = { isOutOfOffice: true, message: 'Back on Monday' };

let world: GraphWorld;
beforeEach(async () => {
  world = await openGraphWorld();
});
afterEach(() => world.close());

async function write(wish: Wish) {
  const { outcome, writes, verdict, route } = await writePresence(world.writer, wish);
  return {
    said: outcome.ok ? 'accepted' : outcome.problem.kind,
    ...{ writes: brief(writes), verdict, route, seen: world.seen() },
  };
}

describe('a wish that the create does not accept', () => {
  it('[R1] goes by the actions, and says nothing of the next one', async () => {
    world.simulator.setProfile('badRequest400');
    expect(await write(busy)).toEqual({
      said: 'accepted',
      writes: ['create Busy/Busy rejected 400', 'setUserPreferredPresence Busy/Busy accepted 200'],
      verdict: null,
      route: 'actions',
      seen: 'Busy/Busy',
    });
  });

  it.each<[Profile, Wish, string]>([
    [{ name: 'badRequest400', on: 'writes' }, busy, 'rejected'],
    [{ name: 'badRequest400' }, askingFor(away), 'rejected'],
  ])('is refused for that where %o leaves no other way', async (profile, wish, kind) => {
    world.simulator.setProfile(profile);
    const { said, verdict, seen } = await write(wish);
    expect([said, verdict, seen]).toEqual([kind, null, 'Available/Available']);
  });

  it('waits where the actions are only busy', async () => {
    world.simulator.setProfile([{ name: 'badRequest400' }, { name: 'throttled429', on: 'writes' }]);
    expect((await write(busy)).said).toBe('throttled');
  });
});
