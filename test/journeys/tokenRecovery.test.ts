import { expect, it } from 'vitest';
import type { ProfileName } from '../../electron/simulator/profiles.ts';
import { type Journey, startSignedIn } from './app.ts';

/** Real HTTP needs real time beside the clock's. */
async function letPass({ clock }: Journey, milliseconds: number, moment: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 500) {
    await clock.advance(Math.min(500, milliseconds - passed));
    await new Promise((resolve) => setTimeout(resolve, moment));
  }
}

function answers({ simulator }: Journey): number {
  return simulator.signIns.filter(({ status }) => status !== null && status < 500).length;
}

const troubles: readonly ProfileName[] = ['hangs', 'unavailable503'];
const lengths = [100, 1_000, 5_000, 9_900, 10_600, 30_000, 120_000];

/** A refresh at every call, since MSAL renews what ends within five minutes. */
const shortLived = { accessTokenSeconds: 240 };

it.each(troubles.flatMap((name) => lengths.map((length) => [name, length] as const)))(
  '[N3] a token service of the kind %s for %i ms delays a wish by two seconds more at most',
  async (name, length) => {
    const journey = await startSignedIn(shortLived);
    const { simulator, handlers, clock, posts, tray } = journey;
    simulator.setProfile({ name, on: 'token' });
    const before = answers(journey);
    void handlers.setPresence({ availability: 'Busy', activity: 'Busy' });
    await expect.poll(() => simulator.signIns.at(-1)?.parameters['grant_type']).toBe('refresh_token');
    await letPass(journey, length, 6);
    expect([posts().length, answers(journey) - before]).toEqual([0, 0]);
    simulator.setProfile('acceptsAndShows');
    const healthyAt = clock.now();
    while (clock.now() - healthyAt < 2_000 && answers(journey) === before) await letPass(journey, 100, 30);
    // From the first answer on nothing waits for the clock, which stands still from here.
    await expect.poll(() => posts().length, { timeout: 5_000 }).toBe(1);
    await expect.poll(() => tray().glyph).toBe('busy');
    expect(clock.now() - healthyAt).toBeLessThanOrEqual(2_000);
  },
  60_000,
);
