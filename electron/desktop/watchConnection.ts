import { net, powerMonitor } from 'electron';

/** How often the operating system is asked for its opinion, which it does not volunteer. Units: milliseconds. */
const every = 5_000;

export interface ConnectionEvents {
  onChange(isOnline: boolean): void;
  /** The computer woke up: what was known may be long out of date. */
  onWake(): void;
}

/** Tells whether there is a network, now and on each change, and when the computer wakes. */
export function watchConnection({ onChange, onWake }: ConnectionEvents): void {
  let isOnline = true;
  function look(): void {
    const next = net.isOnline();
    if (next !== isOnline) onChange(next);
    isOnline = next;
  }
  look();
  setInterval(look, every);
  powerMonitor.on('resume', onWake);
}
