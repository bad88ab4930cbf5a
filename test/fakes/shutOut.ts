import { chmodSync } from 'node:fs';

/** The number of nobody, who owns no folder of a test. */
const somebodyElse = 65_534;

/**
 * Does something while this program cannot get into a folder of its own, as when a server is away or a scanner has it.
 * Root is let in everywhere, and is somebody else meanwhile.
 */
export async function whileShutOut<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const own = process.geteuid?.();
  chmodSync(folder, 0);
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
