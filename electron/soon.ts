/** Work that is done once for all the calls of one moment, when what is under way has been done: `later` says when. */
export function soon(later: (work: () => void) => void, work: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    later(() => {
      isDue = false;
      work();
    });
  };
}
