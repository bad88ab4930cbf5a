import { net, powerMonitor } from 'electron';

/**
 * How often the operating system is asked for its opinion, which it does not volunteer: without a network more often,
 * because then something waits for it. Units: milliseconds.
 */
const pause = { online: 5_000, offline: 1_000 };

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
    const isChange = next !== isOnline;
    isOnline = next;
    setTimeout(look, isOnline ? pause.online : pause.offline);
    if (isChange) onChange(next);
  }
  look();
  powerMonitor.on('resume', onWake);
}
