import { type Availability, availabilities, plainPresence } from '#contract/presence.ts';
import type { Outcome } from '#contract/problem.ts';
import type { GraphClient, GraphReply } from '../../electron/graph/client.ts';
import type { Clock } from '../../electron/ports.ts';

/** A seeded source of chance: the same seed, the same story. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often what goes wrong. The rest goes well. */
interface Odds {
  readonly lost: number;
  readonly replyLost: number;
  readonly late: number;
}

export interface UnsteadyServer {
  /** What was chosen last, here or elsewhere; null where Microsoft 365 decides, which then says Available. */
  chosen: Availability | null;
  message: { readonly text: string; readonly endsAt: number | null } | null;
  posts: number;
  lastPostAt: number;
  odds: Odds;
  isUp: boolean;
  /** For how long what was accepted does not show yet. Units: milliseconds. */
  slowness: number;
  /** Whether the create operation is offered, or the documented actions only. */
  offersCreate: boolean;
  keepsMessageEnds: boolean;
}

type Body = Readonly<Record<string, unknown>>;

const done = { ok: true, value: { status: 201, body: undefined } } as const;
const timedOut = { ok: false, problem: { kind: 'timedOut' } } as const;
const offline = { ok: false, problem: { kind: 'offline' } } as const;
const notOffered = { ok: false, problem: { kind: 'notOffered', trace: { status: 404 } } } as const;

/**
 * A Graph on an unsteady line: writes get lost, are carried out although no answer comes, or are carried out up to ten
 * seconds after the line broke, even over newer ones.
 */
export function createUnsteadyGraph(clock: Clock, random: () => number) {
  const server: UnsteadyServer = {
    ...{
      chosen: null,
      message: null,
      posts: 0,
      lastPostAt: 0,
      isUp: true,
      slowness: 0,
      offersCreate: true,
      keepsMessageEnds: true,
    },
    odds: { lost: 0.15, replyLost: 0.15, late: 0.15 },
  };

  function carryOut(path: string, body: Body): void {
    if (path.endsWith('clearUserPreferredPresence')) server.chosen = null;
    else if (path.endsWith('setStatusMessage')) server.message = messageIn(body, server.keepsMessageEnds);
    else server.chosen = availabilities.find((name) => name === body['availability']) ?? server.chosen;
  }

  async function write(path: string, body: Body): Promise<Outcome<GraphReply>> {
    server.posts += 1;
    server.lastPostAt = clock.now();
    const { lost, replyLost, late } = server.odds;
    await clock.wait(random() * 400);
    const chance = random();
    if (!server.isUp || chance < lost) return offline;
    if (path.endsWith('presences') && !server.offersCreate) return notOffered;
    // Nobody looks for a late status message, which takes no place of a presence.
    if (chance < lost + late && !path.endsWith('setStatusMessage')) {
      void clock.wait(random() * 10_000).then(() => carryOut(path, body));
      return timedOut;
    }
    if (server.slowness === 0 || path.endsWith('setStatusMessage')) carryOut(path, body);
    else void clock.wait(server.slowness).then(() => carryOut(path, body));
    return chance < lost + late + replyLost ? timedOut : done;
  }

  async function read(): Promise<Outcome<GraphReply>> {
    await clock.wait(random() * 100);
    if (!server.isUp || random() < server.odds.lost) return offline;
    const { chosen, message } = server;
    if (message?.endsAt != null && message.endsAt <= clock.now()) server.message = null;
    const content = { message: { content: server.message?.text ?? '' }, ...expiryOf(server.message) };
    const outOfOfficeSettings = { isOutOfOffice: false, message: null };
    const body = { ...plainPresence(chosen ?? 'Available'), outOfOfficeSettings, statusMessage: content };
    return { ok: true, value: { status: 200, body } };
  }

  const graph: GraphClient = ({ method, path, body }) => (method === 'POST' ? write(path, body ?? {}) : read());
  return { graph, server };
}

function messageIn(body: Body, keepsEnd: boolean): UnsteadyServer['message'] {
  const { message, expiryDateTime } = JSON.parse(JSON.stringify(body['statusMessage']));
  if (message.content === '') return null;
  const endsAt = keepsEnd && expiryDateTime !== undefined ? Date.parse(`${expiryDateTime.dateTime}Z`) : null;
  return { text: message.content, endsAt };
}

function expiryOf(message: UnsteadyServer['message']): Body {
  if (message === null || message.endsAt === null) return {};
  return { expiryDateTime: { dateTime: new Date(message.endsAt).toISOString().slice(0, -1), timeZone: 'UTC' } };
}
