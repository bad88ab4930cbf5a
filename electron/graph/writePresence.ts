import { toEpoch, toInstant } from '#contract/instant.ts';
import { inTheOffice, type OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import type { Ending } from '#contract/plan.ts';
import { isSameOutOfOffice } from '#contract/presence.ts';
import type { Route, RouteSetting, Verdict } from '#contract/route.ts';
import { routeFor } from '#contract/route.ts';
import type { PresenceWish, Wish } from '#contract/state.ts';
import { isOwnFailure, judgeCreate } from './chooseRoute.ts';
import { clearPresence } from './clearPresence.ts';
import { setByActions } from './presenceActions.ts';
import { createPresence } from './presences.ts';
import { traceOf, type Writer, type Written } from './sendWrite.ts';

export interface WishWriter extends Writer {
  readonly setting: RouteSetting;
  readonly verdict: Verdict | null;
  /**
   * What the service says of out of office now: binds the actions. Null where presences say nothing of it at all, as in
   * some government clouds.
   */
  readonly known: OutOfOfficeSettings | null;
  /** What goes along where the wish leaves out of office open. */
  readonly repeated: OutOfOfficeSettings;
  /** Whether a session of ours shows what is chosen so far, and is kept for nothing else. */
  readonly hasSession: boolean;
  /** Whether the create has failed for this very wish time and again, with errors of Graph's own. */
  readonly isCreateFailing: boolean;
}

/**
 * What came of a wish, and by which route. `verdict` is the one that holds from now on: a new one, the one given, or none.
 */
export interface WishWritten extends Written {
  readonly verdict: Verdict | null;
  readonly route: Route;
  /** Whether the create failed with an error of Graph's own. */
  readonly isCreateFailing?: true;
}

const notOffered: Written = { outcome: { ok: false, problem: { kind: 'outOfOfficeNotOffered' } }, writes: [] };

/**
 * Tells Microsoft a wish: by the create operation first, by the documented actions where that is not offered.
 *
 * Shape: automatic is asked for by the actions on every route. A refusal that the actions give as well says nothing
 * of the create operation, so no verdict comes of it; an accepted create ends an old one. A wish that only the create does
 * not accept goes by the actions, as does one for which it fails time and again, and the next by the create again.
 * Problems: those of the client; `unexpected` of the create; `outOfOfficeNotOffered` where presences lack it, or only the
 * actions, which cannot carry it, are left.
 */
export async function writePresence(writer: WishWriter, wish: Wish): Promise<WishWritten> {
  const { setting, verdict, known } = writer;
  if (wish.kind === 'automatic') return { ...(await clearPresence(writer)), verdict, route: 'actions' };
  if (routeFor(setting, verdict, writer.now()) === 'actions')
    return { ...(await writeByActions(writer, wish)), verdict, route: 'actions' };
  if (known === null && wish.outOfOfficeSettings?.isOutOfOffice === true)
    return { ...notOffered, verdict, route: 'create' };
  const settings = known === null ? null : (wish.outOfOfficeSettings ?? writer.repeated);
  const created = await createPresence(writer, wish.presence, settings);
  if (created.outcome.ok) return { ...created, verdict: null, route: 'create' };
  const { problem } = created.outcome;
  const failing = isOwnFailure(problem) ? ({ isCreateFailing: true } as const) : {};
  const judged = writer.isCreateFailing && isOwnFailure(problem) ? 'wishRefused' : judgeCreate(problem);
  const said = setting === 'automatic' ? judged : 'later';
  if (said === 'later') return { ...created, ...failing, verdict, route: 'create' };

  const acted = await writeByActions(writer, wish);
  const way = { writes: [...created.writes, ...acted.writes], route: 'actions', ...failing } as const;
  if (said === 'wishRefused') {
    const isRefusedToo = !acted.outcome.ok && judgeCreate(acted.outcome.problem) !== 'later';
    return { ...way, outcome: isRefusedToo ? created.outcome : acted.outcome, verdict };
  }
  const decided: Verdict = { decidedAt: toInstant(writer.now()), trace: traceOf(problem) };
  const isRefusedAlike = !acted.outcome.ok && acted.outcome.problem.kind === problem.kind;
  return { ...way, outcome: acted.outcome, verdict: isRefusedAlike ? verdict : decided };
}

/** Tells a wish by the documented actions. Problems: those of the client; `outOfOfficeNotOffered` where it changes that. */
export async function writeByActions(writer: WishWriter, wish: PresenceWish): Promise<Written> {
  const { presence, outOfOfficeSettings, ending } = wish;
  const isLeft = outOfOfficeSettings === null || isSameOutOfOffice(writer.known ?? inTheOffice, outOfOfficeSettings);
  if (!isLeft) return notOffered;
  return setByActions(writer, presence, serviceLife(ending, writer.now()), writer.hasSession);
}

/** The service's own end comes after ours: at the same moment it would look as if somebody had chosen otherwise. */
const graceMilliseconds = 5 * 60_000;

/**
 * For how long the service is told to keep a choice by itself, should this program not be there to end it.
 *
 * Shape: null where a sequel is to follow, which the service knows nothing of. Units: milliseconds from now.
 */
export function serviceLife(ending: Ending | null, now: number): number | null {
  return ending === null || ending.sequel !== 'automatic' ? null : toEpoch(ending.at) + graceMilliseconds - now;
}
