import type { MouseEvent } from 'react';

/**
 * For a button in whose place another one comes: by the second half of a double click, that is under the pointer. A click
 * by a key counts none. Where the window moves meanwhile, the count begins anew: see useTurned.
 */
export function firstClick(act: () => void) {
  return ({ detail }: MouseEvent): void => {
    if (detail < 2) act();
  };
}
