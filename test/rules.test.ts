import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = import.meta.dirname;

it('every rule of behaviour is cited by a test', () => {
  const rules = readFileSync(join(root, '../electron/contract/RULES.md'), 'utf8');
  const ids = [...rules.matchAll(/\*\*([A-Z]\d+)\*\*/g)].map((match) => match[1]);
  const tests = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n');
  expect(ids.length).toBeGreaterThan(20);
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids.filter((id) => !tests.includes(`[${id}]`))).toEqual([]);
});
