import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { defaultSettings } from '#contract/settings.ts';
import { readConfig } from '../../../electron/config.ts';
import { createDesiredFile } from '../../../electron/storage/desiredFile.ts';
import { createSettingsFile } from '../../../electron/storage/settingsFile.ts';
import { recordLog } from '../../fakes/log.ts';

/** How many damaged files there are; a longer run is asked for by the environment. */
const count = Number(process.env['MUTATIONS'] ?? 500);
const folder = mkdtempSync(join(tmpdir(), 'presently-mutated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = {
  clientId: '11111111-2222-4333-8444-555555555555',
  authority: 'https://login.microsoftonline.com/contoso.com',
  graphUrl: 'https://graph.microsoft.com',
  graphVersion: 'v1.0',
  ...defaultSettings,
  mine: { note: 'kept' },
};
const goodText = JSON.stringify(good, null, 2);
const keys = Object.keys(good);

/** What disks, editors and people do to a file: cut it, overwrite a part, repeat one, flip a byte. */
const damage = fc.record({
  kind: fc.constantFrom('cut', 'overwrite', 'insert', 'repeat', 'drop'),
  at: fc.nat(goodText.length),
  length: fc.nat(40),
  text: fc.oneof(fc.string(), fc.constantFrom('\0', '\uFEFF', '__proto__', '"', '{', '}', '1e999', 'null', '-1', '[]')),
});

function damaged(
  text: string,
  { kind, at, length, text: put }: { kind: string; at: number; length: number; text: string },
): string {
  const [before, part, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  if (kind === 'cut') return before;
  if (kind === 'overwrite') return before + put + after;
  if (kind === 'insert') return before + put + part + after;
  return kind === 'repeat' ? before + part + part + after : before + after;
}

const texts = fc.array(damage, { minLength: 1, maxLength: 3 }).map((all) => all.reduce(damaged, goodText));

it(`[B3] none of ${count} damaged files ends the reading, and what is read is always whole`, () => {
  const whole = readConfig(null, {});
  fc.assert(
    fc.property(texts, (text) => {
      const { config, settings } = readConfig(text, {});
      expect(Object.keys(config)).toEqual(Object.keys(whole.config));
      expect(Object.keys(settings)).toEqual(Object.keys(whole.settings));
    }),
    { numRuns: count, seed: 6 },
  );
}, 3_600_000);

it(`[B3] one bad value never costs the good ones beside it (${count} times)`, () => {
  const { config, settings } = readConfig(goodText, {});
  const read: Readonly<Record<string, unknown>> = { ...config, ...settings };
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
      const found = readConfig(JSON.stringify({ ...good, [key]: value }), {});
      expect({ ...found.config, ...found.settings, [key]: null }).toEqual({ ...read, [key]: null });
    }),
    { numRuns: count, seed: 6 },
  );
}, 3_600_000);

/** What the user wrote beside the settings, of which we know nothing. */
function mineIn(text: string): unknown {
  return JSON.parse(text).mine;
}

it('[B3] a change to a damaged file is made or refused, and then the file is as it was', async () => {
  const path = join(folder, 'config.json');
  const file = createSettingsFile(path, recordLog());
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      writeFileSync(path, text);
      const kept = await file.change({}, {});
      const after = readFileSync(path, 'utf8');
      if (kept === 'unreadable') expect(after).toBe(text);
      else expect(mineIn(after)).toEqual(mineIn(text.replace(/^\uFEFF/, '')));
    }),
    { numRuns: Math.min(count, 100), seed: 6 },
  );
}, 3_600_000);

it('[B3] a damaged memory of what is wanted is set aside or read, and never ends the start', async () => {
  const path = join(folder, 'desired.json');
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      writeFileSync(path, text);
      await createDesiredFile(path, recordLog()).load('mira');
    }),
    { numRuns: Math.min(count, 100), seed: 6 },
  );
}, 3_600_000);
