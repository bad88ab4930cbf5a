import { setTimeout as wait } from 'node:timers/promises';

/** Until a click in the same place is no second half of a double click any more: a hand takes longer than a test. */
export const pastDoubleClick = () => wait(600);
