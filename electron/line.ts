/** Makes a line: work is done one after the other. What one throws reaches whoever asked for it, and nobody after them. */
export function createLine(): <T>(work: () => Promise<T>) => Promise<T> {
  let end: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = end.then(work);
    end = run.catch(() => undefined);
    return run;
  };
}
