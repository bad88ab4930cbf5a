import { net, powerMonitor } from 'electron';
import type { Beat } from './beat.ts';

/** Without a network something waits for it, so the system is asked more often. Units: milliseconds. */
const pauseOffline = 1_000;

export interface ConnectionEvents {
  readonly beat: Beat;
  onChange(isOnline: boolean): void;
  /** The computer woke up: what was known may be long out of date. */
  onWake(): void;
}

/**
 * Tells whether there is a network, now and on each change, and when the computer wakes. The operating system does not
 * volunteer its opinion, so it is asked.
 */
export function watchConnection({ beat, onChange, onWake }: ConnectionEvents): void {
  let isOnline = true;

  function look(): void {
    const next = net.isOnline();
    const isChange = next !== isOnline;
    isOnline = next;
    if (isChange) onChange(next);
  }

  /** Between two beats, asks again only while offline: something may be waiting for the network. */
  function lookOften(): void {
    look();
    if (!isOnline) setTimeout(lookOften, pauseOffline);
  }

  beat.on(() => {
    const wasOnline = isOnline;
    look();
    if (wasOnline && !isOnline) setTimeout(lookOften, pauseOffline);
  });
  lookOften();
  powerMonitor.on('resume', onWake);
}
