import { expect } from 'vitest';
import { type Instant, toInstant } from '#contract/instant.ts';
import type { OutOfOfficePlan } from '#contract/outOfOfficePlan.ts';
import { outOfOfficeTruth } from '#contract/outOfOfficeTruth.ts';
import { type Journey, startSignedIn } from './app.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
export const formatted = '<html><body><p style="color:red">Bin <b>weg</b></p></body></html>';

export function plan(change: Partial<OutOfOfficePlan> = {}): OutOfOfficePlan {
  return {
    ...{ from: null, until: null, timeZone: 'Europe/Berlin', organisation: { text: 'Back soon' } },
    replies: { audience: 'contactsOnly', others: 'same' },
    ...{ inPresence: true, statusMessage: null, ...change },
  };
}

export function later({ clock }: Journey, milliseconds: number): Instant {
  return toInstant(clock.now() + milliseconds);
}

export function truth({ store, clock }: Journey) {
  return outOfOfficeTruth(store.get(), clock.now());
}

export function mailOf({ simulator }: Journey) {
  return simulator.automaticRepliesOf(simulator.people.mira);
}

export function seenOf({ simulator }: Journey) {
  return simulator.presenceOf(simulator.people.mira).outOfOfficeSettings;
}

/** Lets time pass as the desktop does: every now and then what is due is done. */
export async function pass(journey: Journey, milliseconds: number, steps = 4): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await journey.clock.advance(milliseconds / steps);
    await journey.upkeep();
    await expect.poll(() => journey.store.get().outOfOffice.asking.status).not.toBe('sending');
  }
}

export async function allowed(options: Parameters<typeof startSignedIn>[0] = {}): Promise<Journey> {
  const journey = await startSignedIn(options);
  await journey.handlers.allowMailbox('popup');
  return journey;
}
