import { z } from 'zod';
import type { Instant } from '#contract/instant.ts';
import { parseJson } from '#contract/json.ts';
import type { Verdict } from '#contract/route.ts';
import { createLine } from '../line.ts';
import type { Log } from '../ports.ts';
import { readTextFile, removeHalfWritten, writeTextFile } from './textFile.ts';

/** What a verdict is about: who, where, and by which program. `cloud` is the origin of the Graph that was asked. */
export interface VerdictPlace {
  readonly cloud: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly appVersion: string;
}

/** Remembers over a restart where the create operation is not offered. */
export interface VerdictFile {
  /** Null where nothing is known, or what was known no longer counts. */
  load(place: VerdictPlace): Promise<Verdict | null>;
  /** Null forgets. Problems: none; tells whether it could be kept. */
  save(place: VerdictPlace, verdict: Verdict | null): Promise<boolean>;
  /** Forgets them all, also other people's. Problems: as for `save`. */
  clear(): Promise<boolean>;
}

export interface VerdictFileOptions {
  readonly path: string;
  /** Whether a verdict still counts; those that do not are dropped from the file. */
  readonly isStanding: (verdict: Verdict) => boolean;
  readonly log: Log;
}

const verdict = z.object({
  decidedAt: z.iso.datetime().transform((text) => text as Instant),
  trace: z
    .object({
      status: z.int().exactOptional(),
      code: z.string().exactOptional(),
      requestId: z.string().exactOptional(),
    })
    .catch({}),
});
const file = z.object({ version: z.literal(1), verdicts: z.record(z.string(), z.unknown()) });

/** Makes the memory of verdicts over one small file. What of it cannot be read counts as not known. */
export function createVerdictFile({ path, isStanding, log }: VerdictFileOptions): VerdictFile {
  // Each change reads the file before it writes it.
  const inTurn = createLine();

  async function all(): Promise<Map<string, Verdict>> {
    const read = await readTextFile(path, log);
    if (read.status !== 'found') return new Map();
    const parsed = file.safeParse(parseJson(read.text));
    if (!parsed.success) {
      log.warn('verdict.unreadable', {});
      return new Map();
    }
    const entries = Object.entries(parsed.data.verdicts).flatMap(([key, value]) => {
      const entry = verdict.safeParse(value);
      return entry.success && isStanding(entry.data) ? [[key, entry.data] as const] : [];
    });
    return new Map(entries);
  }

  async function change(place: VerdictPlace, next: Verdict | null): Promise<boolean> {
    const verdicts = await all();
    if (next === null) verdicts.delete(keyOf(place));
    else verdicts.set(keyOf(place), next);
    return write(verdicts);
  }

  function write(verdicts: ReadonlyMap<string, Verdict>): Promise<boolean> {
    const content = { version: 1, verdicts: Object.fromEntries(verdicts) };
    return writeTextFile(path, `${JSON.stringify(content, null, 2)}\n`, log);
  }

  return {
    load: (place) =>
      inTurn(async () => {
        await removeHalfWritten(path, log);
        return (await all()).get(keyOf(place)) ?? null;
      }),
    save: (place, next) => inTurn(() => change(place, next)),
    clear: () => inTurn(() => write(new Map())),
  };
}

function keyOf({ cloud, tenantId, userId, appVersion }: VerdictPlace): string {
  return [cloud, tenantId, userId, appVersion].join('|');
}
