import { toInstant } from '#contract/instant.ts';
import type { SettingsChange } from '#contract/settings.ts';
import { settingsChanged } from '../../electron/state/settingsTransitions.ts';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { type Journey, startJourney } from './app.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const login = { session: '4', bootedAt: toInstant(0) };

type Options = Parameters<typeof startJourney>[0];

/** Somebody who is signed in by the end of it. A Tuesday, 9:04 in Berlin. */
export async function start(change: SettingsChange, options: Options = {}): Promise<Journey> {
  const journey = await startJourney({ start: { isAtLogin: true, login }, ...options });
  journey.store.apply(settingsChanged, change);
  await journey.restoreSession();
  await journey.handlers.signIn('browser');
  return journey;
}

/** The same computer, started again. The program that ended reads nothing back any more. */
export function again(journey: Journey, change: SettingsChange, options: Options = {}): Promise<Journey> {
  const { simulator, tokenStore, folder, clock, network } = journey;
  network.isUp = false;
  return start(change, { simulator, tokenStore, folder, clock, ...options });
}

export async function pass({ clock, upkeep }: Journey, milliseconds: number): Promise<void> {
  await clock.advance(milliseconds);
  await upkeep();
}

/** Lets them pass one by one, as the desktop does. */
export async function minutes(journey: Journey, count: number): Promise<void> {
  for (let beat = 0; beat < count; beat += 1) await pass(journey, minute);
}

export function setOnline({ network, store }: Journey, isOnline: boolean): void {
  network.isUp = isOnline;
  store.apply(connectionChanged, isOnline);
}

export function last({ store }: Journey) {
  return store.get().automation.last;
}

/** What others see. */
export const shown = ({ simulator }: Journey) => simulator.presenceOf(simulator.people.mira).availability;

/** The same, and whether out of office. */
export function seen({ simulator }: Journey) {
  const { availability, outOfOfficeSettings } = simulator.presenceOf(simulator.people.mira);
  return [availability, outOfOfficeSettings.isOutOfOffice];
}
