import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toEpoch, toInstant } from '#contract/instant.ts';
import type { Verdict } from '#contract/route.ts';
import { createVerdictFile, type VerdictPlace } from '../../../electron/storage/verdictFile.ts';
import { recordLog } from '../../fakes/log.ts';

const noon = Date.UTC(2026, 11, 1, 12);
const day = 86_400_000;
const place: VerdictPlace = {
  cloud: 'https://graph.microsoft.com',
  tenantId: 'contoso',
  userId: 'mira',
  appVersion: '0.1.0',
};
const verdict: Verdict = { decidedAt: toInstant(noon), trace: { status: 404, requestId: 'r1' } };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verdict-file-'));
  path = join(folder, 'verdicts.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = recordLog();
const open = (now = noon) =>
  createVerdictFile({ path, isStanding: ({ decidedAt }) => now - toEpoch(decidedAt) < 7 * day, log });

describe('the memory of verdicts', () => {
  it('outlives a restart, and is forgotten on request', async () => {
    expect(await open().load(place)).toBeNull();
    expect(await open().save(place, verdict)).toBe(true);
    expect(await open().load(place)).toEqual(verdict);
    await open().save(place, null);
    expect(await open().load(place)).toBeNull();
  });

  it('[F2] forgets them all at once', async () => {
    for (const userId of ['mira', 'jonas']) await open().save({ ...place, userId }, verdict);
    await open().clear();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ version: 1, verdicts: {} });
  });

  it.each<[string, Partial<VerdictPlace>]>([
    ['cloud', { cloud: 'https://graph.microsoft.us' }],
    ['organisation', { tenantId: 'fabrikam' }],
    ['user', { userId: 'jonas' }],
    ['version', { appVersion: '0.2.0' }],
  ])('does not count for another %s', async (_name, change) => {
    await open().save(place, verdict);
    expect(await open().load({ ...place, ...change })).toBeNull();
  });

  it('drops what no longer counts, from the file too', async () => {
    await open().save(place, verdict);
    const later = open(noon + 7 * day);
    expect(await later.load(place)).toBeNull();
    const fresh: Verdict = { decidedAt: toInstant(noon + 7 * day), trace: {} };
    await later.save({ ...place, userId: 'jonas' }, fresh);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      version: 1,
      verdicts: { 'https://graph.microsoft.com|contoso|jonas|0.1.0': fresh },
    });
  });

  it('loses none of several that are saved at once', async () => {
    const file = open();
    const users = ['a', 'b', 'c', 'd'].map((userId) => ({ ...place, userId }));
    for (const user of users) void file.save(user, verdict);
    expect(await Promise.all(users.map((user) => file.load(user)))).toEqual(users.map(() => verdict));
  });

  it.each(['', '{', 'null', '[]', '{"version":2,"verdicts":{}}', '{"version":1,"verdicts":[]}', '\u0000'])(
    'a file that makes no sense (%j) is no verdict, and is written anew',
    async (text) => {
      writeFileSync(path, text);
      expect(await open().load(place)).toBeNull();
      await open().save(place, verdict);
      expect(await open().load(place)).toEqual(verdict);
    },
  );

  it('a bad entry costs no other', async () => {
    await open().save(place, verdict);
    const content = JSON.parse(readFileSync(path, 'utf8'));
    const others = { x: 5, y: { decidedAt: 'then', trace: {} }, z: null };
    writeFileSync(path, JSON.stringify({ ...content, verdicts: { ...others, ...content.verdicts } }));
    expect(await open().load(place)).toEqual(verdict);
  });

  it('tells when it cannot be kept, and goes on', async () => {
    mkdirSync(join(path, 'folder'), { recursive: true });
    const file = open();
    expect([await file.save(place, verdict), await file.load(place)]).toEqual([false, null]);
    rmSync(path, { recursive: true });
    expect([await file.save(place, verdict), await file.load(place)]).toEqual([true, verdict]);
  });
});
