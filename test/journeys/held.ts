import { connectionChanged } from '../../electron/state/transitions.ts';
import type { Journey } from './app.ts';
import { minute, pass } from './ruled.ts';

/** Something that waits until `answer` is called. */
export function held() {
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  return { until, answer: () => answer() };
}

export function setOnline({ network, store }: Journey, isOnline: boolean): void {
  network.isUp = isOnline;
  store.apply(connectionChanged, isOnline);
}

/** Lets them pass one by one, as the desktop does. */
export async function minutes(journey: Journey, count: number): Promise<void> {
  for (let beat = 0; beat < count; beat += 1) await pass(journey, minute);
}

/** What others see: the availability, and whether out of office. */
export function seen({ simulator }: Journey) {
  const { availability, outOfOfficeSettings } = simulator.presenceOf(simulator.people.mira);
  return [availability, outOfOfficeSettings.isOutOfOffice];
}
