import { setTimeout as wait } from 'node:timers/promises';
import type { Reply } from './exchange.ts';
import type { Fate } from './profileGate.ts';

/** What goes back over the wire: an answer, nothing ever, or a broken connection. */
export type Outcome = Reply | 'silence' | 'reset';

/** How a request can be carried out. `pretend` answers as `carryOut` would and leaves everything as it was. */
interface Fulfillable {
  readonly body: string;
  carryOut(body: string): Reply;
  pretend(body: string): Reply;
}

/** Lets a request meet its fate. */
export async function fulfil(fate: Fate, request: Fulfillable): Promise<Outcome> {
  const { decision, waitMilliseconds } = fate;
  const body = fate.rewrite(request.body);
  if (waitMilliseconds > 0) await wait(waitMilliseconds, undefined, { ref: false });
  switch (decision.kind) {
    case 'proceed':
      return fate.alter(request.carryOut(body));
    case 'answer':
      return decision.reply;
    case 'pretend':
      return fate.alter(request.pretend(body));
    case 'proceedThenReset':
      request.carryOut(body);
      return 'reset';
    case 'resetThenProceed':
      setTimeout(() => request.carryOut(body), decision.milliseconds).unref();
      return 'reset';
    case 'breakOff':
      return { ...fate.alter(request.carryOut(body)), breaksOff: decision.within };
    case 'reset':
      return 'reset';
    case 'hang':
      return 'silence';
  }
}
