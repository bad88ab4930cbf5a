import { setTimeout as wait } from 'node:timers/promises';
import type { Reply } from './exchange.ts';
import type { Fate } from './profileGate.ts';

/** What goes back over the wire: an answer, nothing ever, or a broken connection. */
export type Outcome = Reply | 'silence' | 'reset';

/** Lets a request meet its fate. `pretend` answers as `carryOut` would and leaves everything as it was. */
export async function fulfil(fate: Fate, carryOut: () => Reply, pretend: () => Reply): Promise<Outcome> {
  switch (fate.kind) {
    case 'proceed':
      return carryOut();
    case 'answer':
      return fate.reply;
    case 'pretend':
      return pretend();
    case 'proceedLater':
      await wait(fate.milliseconds, undefined, { ref: false });
      return carryOut();
    case 'proceedThenReset':
      carryOut();
      return 'reset';
    case 'hang':
      return 'silence';
  }
}
