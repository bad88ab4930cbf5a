import type { MouseEvent } from 'react';

/**
 * For buttons that come under the pointer in the place of what was clicked, of which nobody has read anything yet: the
 * second half of a double click does nothing there. A click by a key counts none. Where the window moves meanwhile, the
 * count begins anew: see useTurned.
 */
export function firstClick(act: () => void) {
  return ({ detail }: MouseEvent): void => {
    if (detail < 2) act();
  };
}
