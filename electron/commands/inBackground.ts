import type { Log } from '../ports.ts';

/** Starts work that nobody waits for. What it throws is a bug of ours, and is logged as one. */
export function inBackground(log: Log, event: string, work: Promise<void>): void {
  work.catch((error: unknown) => log.error(event, error));
}
