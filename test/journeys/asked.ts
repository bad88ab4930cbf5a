import { createWords } from '#contract/words.ts';
import type { Answer } from '../../electron/cli/answer.ts';
import { createCarryOut } from '../../electron/cli/carryOut.ts';
import type { Change, Request } from '../../electron/cli/request.ts';
import { currentProblem } from '../../electron/commands/copyReport.ts';
import type { Journey } from './app.ts';

const nothing: Change = { kind: 'change', presence: null, message: null, outOfOffice: null };

/** A command line that asks this app for anything, and is answered. */
export function answererOf({ store, handlers, clock }: Journey): (request: Request) => Promise<Answer> {
  return createCarryOut({
    ...{ store, handlers, clock, words: createWords('en-GB', () => 'Europe/Berlin') },
    ...{ routeOf: () => 'create', problemOf: currentProblem, diagnostics: () => '' },
  });
}

/** A command line that asks this app for a change, and is answered. */
export function askerOf(journey: Journey): (change: Partial<Change>) => Promise<Answer> {
  const answer = answererOf(journey);
  return (change) => answer({ ...nothing, ...change });
}
