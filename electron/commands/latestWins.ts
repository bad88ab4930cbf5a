/** Runs one write at a time. Of those that wait, the newest runs next and the others never. */
export type InLine = (write: () => Promise<void>) => Promise<void>;

/**
 * Runs one at a time; asked again meanwhile, it keeps only the newest and runs that next.
 *
 * Shape: the promise settles when nothing is left to run. What the work throws reaches every caller that waits, and does
 * not keep a newer one from being run.
 */
export function latestWins<T>(work: (input: T) => Promise<void>): (input: T) => Promise<void> {
  let newest: { readonly input: T } | null = null;
  let running: Promise<void> | null = null;

  async function drain(): Promise<void> {
    const thrown: unknown[] = [];
    while (newest !== null) {
      const { input } = newest;
      newest = null;
      await work(input).catch((error: unknown) => thrown.push(error));
    }
    // Cleared in the same tick as the last check of `newest`; a call in between would wait on a run that has ended.
    running = null;
    if (thrown.length > 0) throw thrown[0];
  }

  return (input) => {
    newest = { input };
    running ??= drain();
    return running;
  };
}
