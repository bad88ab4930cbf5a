import { type MouseEvent, useRef } from 'react';

/** By default, 500 ms lie between the clicks of a double click at most; drawing takes some of them. Units: milliseconds. */
const doubleClick = 600;

/**
 * For buttons in whose place others come, of which nobody has read anything yet: the second half of a double click does
 * nothing there. `turned` is to be called when they come. The time between the clicks has to tell, since their count
 * begins anew where the window has moved under the pointer. A click by a key counts none, and is never held back.
 */
export function useTurned() {
  const turnedAt = useRef(Number.NEGATIVE_INFINITY);
  return {
    turned(): void {
      turnedAt.current = performance.now();
    },
    unlessDoubled:
      (act: () => void) =>
      ({ detail, timeStamp }: MouseEvent): void => {
        if (detail === 0 || timeStamp - turnedAt.current >= doubleClick) act();
      },
  };
}
