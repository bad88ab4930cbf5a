/** Runs one at a time; whoever asks meanwhile waits for the run that is under way. */
export function joined(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}
