import { type Availability, plainPresence } from '#contract/presence.ts';
import type { GraphClient } from '../../electron/graph/client.ts';
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

const accepted = { ok: true, value: { status: 201, body: undefined } } as const;
const timedOut = { ok: false, problem: { kind: 'timedOut' } } as const;
const offline = { ok: false, problem: { kind: 'offline' } } as const;

/**
 * A Graph on an unsteady line: writes get lost, are carried out although no answer comes, or are carried out up to ten
 * seconds after the line broke, even over newer ones.
 */
export function createUnsteadyGraph(clock: Clock, random: () => number) {
  const server = {
    shown: 'Available' as Availability,
    posts: 0,
    odds: { lost: 0.15, replyLost: 0.15, late: 0.15 } as Odds,
  };

  async function write(availability: Availability) {
    server.posts += 1;
    const { lost, replyLost, late } = server.odds;
    await clock.wait(random() * 400);
    const chance = random();
    if (chance < lost) return offline;
    if (chance < lost + late) {
      void clock.wait(random() * 10_000).then(() => {
        server.shown = availability;
      });
      return timedOut;
    }
    server.shown = availability;
    return chance < lost + late + replyLost ? timedOut : accepted;
  }

  const graph: GraphClient = async ({ method, path, body }) => {
    if (method === 'POST') return write(body?.['availability'] as Availability);
    await clock.wait(random() * 100);
    if (!path.endsWith('presence') || random() < server.odds.lost) return offline;
    const pair = plainPresence(server.shown);
    return {
      ok: true,
      value: { status: 200, body: { ...pair, outOfOfficeSettings: { isOutOfOffice: false, message: null } } },
    };
  };
  return { graph, server };
}
