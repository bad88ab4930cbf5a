import { randomUUID } from 'node:crypto';
import { parseJson } from '#contract/json.ts';
import type { Grant, Grants } from '../entra/grants.ts';
import { type Exchange, header, type Reply } from '../exchange.ts';
import { fulfil, type Outcome } from '../fulfil.ts';
import type { ErrorReply } from '../profileEffects.ts';
import type { ProfileGate } from '../profileGate.ts';
import { type RecordedRequest, record } from '../records.ts';
import type { SimulatorClock } from '../simulatorClock.ts';
import type { Tenant } from '../tenant.ts';
import { readBearer } from './bearer.ts';
import { graphError, type RequestIds } from './graphError.ts';
import { routeGraph } from './route.ts';

/** What the simulated Graph stands on. */
export interface Graph {
  readonly clock: SimulatorClock;
  readonly grants: Grants;
  readonly tenant: Tenant;
  readonly gate: ProfileGate;
  readonly requests: RecordedRequest[];
}

export function isGraphPath(path: string): boolean {
  return /^\/(beta|v1\.0)(\/|$)/.test(path);
}

/** Answers a Graph request, in the order bearer, path, profile, body, permission; and writes it down. */
export async function answerGraph(graph: Graph, exchange: Exchange): Promise<Outcome> {
  const requestId = randomUUID();
  const ids = {
    requestId,
    clientRequestId: header(exchange, 'client-request-id') || requestId,
    now: graph.clock.now(),
  };
  const bearer = readBearer(graph.grants, exchange, ids);
  const entry = record(graph.requests, describe(exchange, ids, bearer.isGood));
  const outcome = bearer.isGood ? await decide(graph, exchange, ids, bearer.grant) : bearer.reply;
  if (typeof outcome === 'string') return outcome;
  entry.status = outcome.status;
  return withIds(outcome, ids);
}

async function decide(graph: Graph, exchange: Exchange, ids: RequestIds, grant: Grant): Promise<Outcome> {
  const found = routeGraph(exchange, ids, grant, graph.tenant);
  if (!found.isGood) return found.reply;
  const { kind, file, carryOut } = found.routed;
  const { body } = exchange;
  const error: ErrorReply = (...said) => graphError(ids, ...said);
  const fate = graph.gate.meet({ kind, body, claims: grant.claims, error });
  return fulfil(fate, {
    body,
    carryOut,
    pretend: (sent) => {
      const putBack = graph.tenant.remember(file);
      const reply = carryOut(sent);
      putBack();
      return reply;
    },
  });
}

function describe(exchange: Exchange, ids: RequestIds, isTokenGood: boolean): RecordedRequest {
  const { authorization, ...headers } = exchange.headers;
  const flat = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return {
    method: exchange.method,
    path: exchange.url.pathname,
    query: Object.fromEntries(exchange.url.searchParams),
    headers: {
      ...Object.fromEntries(flat),
      ...(authorization === undefined ? {} : { authorization: isTokenGood ? 'valid' : 'invalid' }),
    },
    body: bodyOf(exchange.body),
    status: null,
    at: ids.now,
  };
}

function bodyOf(text: string): unknown {
  const json = parseJson(text);
  return json === undefined && text !== '' ? text : json;
}

/** Graph's own headers, on everything but the pages of somebody in between. */
function withIds(reply: Reply, ids: RequestIds): Reply {
  if (reply.headers['Content-Type']?.startsWith('text/html')) return reply;
  const diagnostic = {
    ServerInfo: { DataCenter: 'Demo', Slice: 'E', Ring: '0', ScaleUnit: '000', RoleInstance: 'SIM' },
  };
  return {
    ...reply,
    headers: {
      ...reply.headers,
      'request-id': ids.requestId,
      'client-request-id': ids.clientRequestId,
      'x-ms-ags-diagnostic': JSON.stringify(diagnostic),
    },
  };
}
