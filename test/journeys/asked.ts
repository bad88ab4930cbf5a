import { createWords } from '#contract/words.ts';
import type { Answer } from '../../electron/cli/answer.ts';
import { createCarryOut } from '../../electron/cli/carryOut.ts';
import type { Change } from '../../electron/cli/request.ts';
import type { Journey } from './app.ts';

const nothing: Change = { kind: 'change', presence: null, message: null, outOfOffice: null };

/** A command line that asks this app for a change, and is answered. */
export function askerOf({ store, handlers, clock }: Journey): (change: Partial<Change>) => Promise<Answer> {
  const carryOut = createCarryOut({
    ...{ store, handlers, clock, words: createWords('en-GB', () => 'Europe/Berlin') },
    ...{ routeOf: () => 'create', problemOf: () => null, diagnostics: () => '' },
  });
  return (change) => carryOut({ ...nothing, ...change });
}
