import type { CommandHandlers } from '#contract/commands.ts';
import { routeFor } from '#contract/route.ts';
import type { Words } from '#contract/words.ts';
import { createCarryOut } from './cli/carryOut.ts';
import { endpointOf } from './cli/endpoint.ts';
import { serveRequests } from './cli/serveRequests.ts';
import { currentProblem } from './commands/copyReport.ts';
import type { Clock, Log } from './ports.ts';
import type { Store } from './state/store.ts';

export interface HearCommandLineParts {
  readonly store: Store;
  readonly handlers: CommandHandlers;
  readonly words: Words;
  readonly clock: Clock;
  readonly log: Log;
  readonly dataFolder: string;
  readonly diagnostics: () => string;
}

/** From here on command lines are heard and answered, as long as this program runs. */
export function hearCommandLine({
  store,
  handlers,
  words,
  clock,
  log,
  dataFolder,
  diagnostics,
}: HearCommandLineParts): void {
  const { platform } = process;
  const userId = process.getuid?.();
  const carryOut = createCarryOut({
    ...{ store, handlers, words, clock },
    problemOf: currentProblem,
    routeOf: ({ settings, verdict }) => routeFor(settings.route, verdict, clock.now()),
    diagnostics,
  });
  serveRequests({ endpoint: endpointOf({ platform, dataFolder, userId }), userId, carryOut, say: words.say, log });
}
