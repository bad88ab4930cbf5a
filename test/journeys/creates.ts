import type { ProfileChoice } from '../../electron/simulator/profiles.ts';
import { type Journey, startSignedIn } from './app.ts';

/** Real HTTP needs real time beside the clock's. */
export async function passSeconds({ clock, upkeep }: Journey, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await clock.advance(1_000);
    await upkeep();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The names of what was sent to change the presence, in order. */
export function sent({ simulator }: Journey): string[] {
  const names = ['presences', 'setUserPreferredPresence', 'setPresence', 'clearUserPreferredPresence', 'clearPresence'];
  const posts = simulator.requests.filter(({ method }) => method === 'POST');
  return posts.flatMap(({ path }) => names.filter((name) => path.endsWith(`/${name}`)));
}

export const others = ({ simulator }: Journey) => simulator.presenceOf(simulator.people.mira);

/** Somebody whose tenant answers so from then on: accepts each create and shows none, unless told. */
export async function startIn(profile: ProfileChoice = 'acceptsNeverShows'): Promise<Journey> {
  const journey = await startSignedIn();
  journey.simulator.setProfile(profile);
  return journey;
}
