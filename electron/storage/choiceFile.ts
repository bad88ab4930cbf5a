import { z } from 'zod';
import type { Instant } from '#contract/instant.ts';
import { parseJson } from '#contract/json.ts';
import { findPresence } from '#contract/presence.ts';
import type { AppState } from '#contract/state.ts';
import type { Log } from '../ports.ts';
import { readTextFile, writeTextFile } from './textFile.ts';

type Choice = AppState['chosen'];

const file = z.object({
  version: z.literal(1),
  accountId: z.string(),
  availability: z.string(),
  activity: z.string(),
  at: z.iso.datetime(),
});

/** Remembers over a restart what was chosen here, so that the popup can tell "set here" from "automatic". */
export interface ChoiceFile {
  load(): Promise<{ readonly accountId: string; readonly chosen: Choice } | null>;
  /** Problems: none; tells whether it could be kept. */
  save(accountId: string, chosen: Choice): Promise<boolean>;
}

/** Makes the memory of the last choice over one small file. A broken one counts as no choice. */
export function createChoiceFile(path: string, log: Log): ChoiceFile {
  return {
    async load() {
      const read = await readTextFile(path, log);
      if (read.status !== 'found') return null;
      const parsed = file.safeParse(parseJson(read.text));
      if (!parsed.success) {
        if (read.text.trim() !== '{}') log.warn('choice.unreadable', {});
        return null;
      }
      const { accountId, availability, activity, at } = parsed.data;
      const presence = findPresence(availability, activity);
      return { accountId, chosen: presence === undefined ? null : { presence, at: at as Instant } };
    },
    save(accountId, chosen) {
      const content = chosen === null ? {} : { version: 1, accountId, ...chosen.presence, at: chosen.at };
      return writeTextFile(path, `${JSON.stringify(content, null, 2)}\n`, log);
    },
  };
}
