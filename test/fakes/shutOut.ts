import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The number of nobody, who owns no folder of a test. */
const somebodyElse = 65_534;

/**
 * Does something while this program cannot get into a folder of its own, as when a server is away or a scanner has it.
 * Root is let in everywhere, and is somebody else meanwhile.
 */
export function whileShutOut<T>(folder: string, work: () => Promise<T>): Promise<T> {
  return whileRestricted(folder, 0, work);
}

/** Does something while nothing can be added to that folder or taken out of it. What is in it can be changed. */
export function whileFixed<T>(folder: string, work: () => Promise<T>): Promise<T> {
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o666);
  return whileRestricted(folder, 0o555, work);
}

async function whileRestricted<T>(folder: string, mode: number, work: () => Promise<T>): Promise<T> {
  const own = process.geteuid?.();
  chmodSync(folder, mode);
  if (own === 0) process.seteuid?.(somebodyElse);
  try {
    return await work();
  } finally {
    if (own === 0) process.seteuid?.(own);
    chmodSync(folder, 0o700);
  }
}

/** As long as a scanner looks at a file. Units: milliseconds. */
export function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}
