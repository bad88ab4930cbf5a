import { toInstant } from '#contract/instant.ts';
import type { Presence } from '#contract/presence.ts';
import type { Outcome, Problem, Trace } from '#contract/problem.ts';
import type { Write } from '#contract/route.ts';
import type { Account } from '#contract/session.ts';
import type { GraphClient, GraphReply } from './client.ts';

/** Who writes, and through what. Units: `now` is milliseconds since 1970. */
export interface Writer {
  readonly graph: GraphClient;
  readonly account: Account;
  readonly clientId: string;
  now(): number;
}

/** What a wish came to, and every request that was made for it, in the order of their making. */
export interface Written {
  readonly outcome: Outcome<void>;
  readonly writes: readonly Write[];
}

/** One request that changes something. `operation` and `presence` are for the record. */
export interface WriteRequest {
  readonly operation: string;
  readonly presence?: Presence;
  readonly method?: 'POST' | 'PATCH';
  readonly path: string;
  readonly isForMailbox?: boolean;
  readonly body: Readonly<Record<string, unknown>>;
  /** What the answer means, where that is not simply its success. */
  readonly judge?: (reply: Outcome<GraphReply>) => Outcome<void>;
}

/** Sends one request and keeps a record of it: never a text of the user's, and no token. Problems: the client's. */
export async function sendWrite({ graph, now }: Writer, request: WriteRequest): Promise<Written> {
  const { operation, presence, method = 'POST', path, body, isForMailbox, judge = isDone } = request;
  const at = toInstant(now());
  const reply = await graph({ method, path, body, ...(isForMailbox === true ? { isForMailbox } : {}) });
  const outcome = judge(reply);
  const asked = presence === undefined ? '' : `${presence.availability}/${presence.activity}`;
  const word = outcome.ok ? 'accepted' : outcome.problem.kind;
  const trace = reply.ok ? traceOfReply(reply.value) : traceOf(reply.problem);
  return { outcome, writes: [{ at, operation, asked, outcome: word, trace }] };
}

/** Sends one after the other and stops where one fails. */
export async function sendInOrder(first: Promise<Written>, next: () => Promise<Written>): Promise<Written> {
  const before = await first;
  if (!before.outcome.ok) return before;
  const after = await next();
  return { outcome: after.outcome, writes: [...before.writes, ...after.writes] };
}

/** What a problem carries to find its request again; nothing where no answer came. */
export function traceOf(problem: Problem): Trace {
  return 'trace' in problem ? problem.trace : {};
}

/** The same of an answer that was a success. */
export function traceOfReply({ status, requestId }: GraphReply): Trace {
  return { status, ...(requestId === undefined ? {} : { requestId }) };
}

function isDone(reply: Outcome<GraphReply>): Outcome<void> {
  return reply.ok ? { ok: true, value: undefined } : reply;
}
