import type { Instant } from './instant.ts';
import { availabilities } from './presence.ts';

/** How long a choice is to last, in the words of the menu. `untilChanged` has no end of its own. */
export const durations = ['untilChanged', 'PT30M', 'PT1H', 'PT2H', 'PT4H', 'today', 'thisWeek'] as const;
export type Duration = (typeof durations)[number];

/** Of the durations that are as long on every day. Units: milliseconds. */
export const lengths = { PT30M: 1_800_000, PT1H: 3_600_000, PT2H: 7_200_000, PT4H: 14_400_000 } as const;

/** What comes when a choice ends: Microsoft 365 decides again, or another state is chosen until changed. */
export const sequels = ['automatic', ...availabilities] as const;
export type Sequel = (typeof sequels)[number];

/** What the user plans for the choices they make: sticky, so that one click on a tile is enough the next time too. */
export interface Plan {
  /** A duration that starts with the choice, or an end that stands. */
  readonly lasts: Duration | { readonly until: Instant };
  readonly sequel: Sequel;
}

export const openPlan: Plan = { lasts: 'untilChanged', sequel: 'automatic' };

/** When a choice ends and what comes then. Always an instant: a countdown would be wrong after a sleep. */
export interface Ending {
  readonly at: Instant;
  readonly sequel: Sequel;
}
