/** Coalesces calls: however often it is called before `later` runs the work, the work is done once. */
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
