/**
 * Makes the loading of something large that is first needed later than at start: once, whoever asks meanwhile. What
 * could not be loaded is tried again when it is asked for again.
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };
}
