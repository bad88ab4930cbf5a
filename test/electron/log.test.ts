import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLog, redact } from '../../electron/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'presently-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }));

const sizeOf = (name: string) => statSync(join(folder, name)).size;
/** What is written is read once the disk has it all. */
const untilWritten = (last: string) =>
  vi.waitFor(() => expect(readFileSync(join(folder, 'main.log'), 'utf8')).toContain(last), { timeout: 10_000 });

it('[B1] the log stays small however much is told, keeps the newest, and is for its owner only', async () => {
  const log = createLog({ folder, isPrinted: false, print: () => {} });
  for (let batch = 0; batch < 40; batch += 1) {
    for (let line = 0; line < 250; line += 1) log.info('told', { batch, line, text: 'a word and '.repeat(25) });
    await untilWritten(`"batch":${batch},"line":249`);
  }
  expect(readdirSync(folder).sort()).toEqual(['main.log', 'main.old.log']);
  expect(sizeOf('main.log') + sizeOf('main.old.log')).toBeLessThan(2_500_000);
  expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o077)).toEqual([0, 0]);
});

it('[F2] the log does not tell who it was', () => {
  const id = '2f6a3c0d-7e11-4d39-9f1a-0f5d0f0e7f7f';
  expect(redact(`/users/${id}/presence/clearPresence`)).toBe('/users/[person]/presence/clearPresence');
  expect(redact(`timed out: https://graph.microsoft.com/beta/users/${id}`)).not.toContain(id);
});

it('[S1] blots out tokens, long secrets and addresses, whoever wrote them into a fact', async () => {
  const log = createLog({ folder, isPrinted: false, print: () => {} });
  const token = `eyJ${'a'.repeat(40)}.${'b'.repeat(60)}.${'c'.repeat(43)}`;
  log.warn('graph.reply', { text: `Bearer ${token}`, name: 'mira@contoso.com', code: `0.A${'Xb_'.repeat(60)}` });
  log.error('broke', new Error(`mira@contoso.com ${token}`));
  await untilWritten('broke');
  const text = readFileSync(join(folder, 'main.log'), 'utf8');
  expect(text).not.toMatch(/eyJ|contoso|Xb_/);
  expect(redact('a plain sentence of 12 words')).toBe('a plain sentence of 12 words');
});
