import { z } from 'zod';
import { type Instant, toEpoch } from '#contract/instant.ts';
import { parseJson } from '#contract/json.ts';
import { createLine } from '../line.ts';
import type { Log } from '../ports.ts';
import { readTextFile, removeHalfWritten, writeTextFile } from './textFile.ts';

/** A login to the computer. Shape: `session` is empty where the system has no name for it. */
export interface Login {
  readonly session: string;
  readonly bootedAt: Instant;
}

/** What rules must know again after a restart, so that none acts twice for the same thing. */
export interface AutomationMemory {
  /** The login for which the startup rule has been considered, and when. */
  readonly startedFor: (Login & { readonly at: Instant }) | null;
  /** The begin of the period of the working hours that was last considered. */
  readonly period: Instant | null;
  readonly pausedUntil: Instant | null;
}

export interface AutomationFile {
  /** `unreachable` where something is there that cannot be read for now, and is not to be written over. */
  load(): Promise<AutomationMemory | 'unreachable'>;
  /** Problems: none; what could not be written is logged. */
  save(memory: AutomationMemory): Promise<void>;
}

const instant = z.iso.datetime().transform((text) => text as Instant);
const startedFor = z.object({ session: z.string(), bootedAt: instant, at: instant });
const content = z.object({
  version: z.literal(1),
  startedFor: startedFor.nullable().catch(null),
  period: instant.nullable().catch(null),
  pausedUntil: instant.nullable().catch(null),
});
const nothing: AutomationMemory = { startedFor: null, period: null, pausedUntil: null };

/** Makes the memory of the rules over one small file. What of it cannot be read counts as not known. */
export function createAutomationFile(path: string, log: Log): AutomationFile {
  const inTurn = createLine();
  return {
    async load() {
      await removeHalfWritten(path, log);
      const read = await readTextFile(path, log);
      if (read.status === 'unreachable') return read.status;
      if (read.status !== 'found') return nothing;
      const parsed = content.safeParse(parseJson(read.text));
      if (!parsed.success) log.warn('automation.unreadable', {});
      return parsed.success ? parsed.data : nothing;
    },
    async save(memory) {
      await inTurn(() => writeTextFile(path, `${JSON.stringify({ version: 1, ...memory }, null, 2)}\n`, log));
    },
  };
}

/** A clock that is set right moves the boot by a little. Units: milliseconds. */
const sameBoot = 120_000;
/** Where the system has no name for a login, two starts closer than this belong to one. Units: milliseconds. */
const sameStart = 60_000;

/** Whether the startup rule was considered for this login already. Units: `now` in milliseconds since 1970. */
export function isConsidered({ startedFor: known }: AutomationMemory, login: Login, now: number): boolean {
  if (known === null || known.session !== login.session) return false;
  if (Math.abs(toEpoch(known.bootedAt) - toEpoch(login.bootedAt)) > sameBoot) return false;
  return login.session !== '' || Math.abs(now - toEpoch(known.at)) < sameStart;
}
