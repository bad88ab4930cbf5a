import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { inTheOffice, type OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import type { Ending } from '#contract/plan.ts';
import { type Presence, plainPresence } from '#contract/presence.ts';
import type { Write } from '#contract/route.ts';
import type { Account } from '#contract/session.ts';
import type { Wish } from '#contract/state.ts';
import { createGraphClient } from '../../../electron/graph/client.ts';
import type { WishWriter } from '../../../electron/graph/writePresence.ts';
import { type Simulator, startSimulator } from '../../../electron/simulator/simulator.ts';
import { createSimulatorClock } from '../../../electron/simulator/simulatorClock.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { recordLog } from '../../fakes/log.ts';
import { checkRequest } from '../../fakes/openapi.ts';
import { signInByHand } from '../simulator/client.ts';

export const noon = Date.UTC(2026, 11, 1, 12);
export const minute = 60_000;

export type GraphWorld = Awaited<ReturnType<typeof openGraphWorld>>;

/** Mira, signed in to a simulator over HTTP, with the app's own Graph client and a clock for both. */
export async function openGraphWorld() {
  const clock = createFakeClock(noon);
  const simulator: Simulator = await startSimulator({
    clock: createSimulatorClock(clock.now),
    accessTokenSeconds: 30 * 86_400,
  });
  const token = String((await signInByHand(simulator))['access_token']);
  const { oid, tid, name, username } = simulator.people.mira;
  const account: Account = { homeAccountId: `${oid}.${tid}`, id: oid, tenantId: tid, username, name };
  const log = recordLog();
  const graph = createGraphClient({
    baseUrl: `${simulator.graphUrl}/beta`,
    fetch: (input, init) => fetch(input, init),
    clock,
    log,
    newRequestId: randomUUID,
    timeLimitMilliseconds: 500,
    owner: () => account.homeAccountId,
    getToken: async () => ({ ok: true, value: token }),
  });
  const writer: WishWriter = {
    ...{ graph, account, clientId: simulator.clientId, now: clock.now },
    ...{
      setting: 'automatic',
      verdict: null,
      known: inTheOffice,
      repeated: inTheOffice,
      hasSession: false,
      isCreateFailing: false,
    },
  };
  return {
    simulator,
    clock,
    graph,
    writer,
    log,
    seen: () => {
      const { availability, activity } = simulator.presenceOf(simulator.people.mira);
      return `${availability}/${activity}`;
    },
    /** The bodies sent, by the last segment of their path. */
    sent: () => simulator.requests.map(({ path, body }) => [path.split('/').at(-1), body]),
    /** Ends it. No request may differ in any way from Microsoft's description. */
    async close() {
      await simulator.close();
      expect(simulator.requests.flatMap(checkRequest)).toEqual([]);
    },
  };
}

/** A wish for a presence, as a click on a tile makes it: out of office is left as it is. */
export function wishFor(presence: Presence, ending: Ending | null = null): Wish {
  return { kind: 'presence', presence, outOfOfficeSettings: null, ending };
}

/** One that says something of out of office, or leaves it. */
export function askingFor(outOfOfficeSettings: OutOfOfficeSettings | null): Wish {
  return { kind: 'presence', presence: plainPresence('Busy'), outOfOfficeSettings, ending: null };
}

export function endingIn(milliseconds: number): Ending {
  return { at: toInstant(noon + milliseconds), sequel: 'automatic' };
}

/** A record of writes in short: what was asked, what came of it, with which status. */
export function brief(writes: readonly Write[]): string[] {
  return writes.map(
    ({ operation, asked, outcome, trace }) => `${operation} ${asked} ${outcome} ${trace.status ?? '-'}`,
  );
}
