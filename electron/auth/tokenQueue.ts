/** Runs a job under a key: one at a time, and a job whose key is already waiting or running is not run again. */
export type TokenQueue<T> = (key: string, job: () => Promise<T>) => Promise<T>;

/**
 * Makes the line in which token requests wait. Two refreshes at once would each spend the same refresh token, which
 * a strict server takes for theft.
 */
export function createTokenQueue<T>(): TokenQueue<T> {
  const underWay = new Map<string, Promise<T>>();
  let end: Promise<unknown> = Promise.resolve();
  return (key, job) => {
    const same = underWay.get(key);
    if (same !== undefined) return same;
    const forget = () => underWay.delete(key);
    const run = end.then(job);
    underWay.set(key, run);
    end = run.then(forget, forget);
    return run;
  };
}
