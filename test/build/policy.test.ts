import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '#contract/settings.ts';
import { defaultConfig, readConfig } from '../../electron/config.ts';
import { fitPolicy } from '../../electron/policy/fit.ts';
import { parseRegistry } from '../../electron/policy/registry.ts';
import { policyTools } from '../../electron/policy/systemPolicy.ts';

const folder = join(import.meta.dirname, '../../build/policy');
const defaults: Readonly<Record<string, unknown>> = { ...defaultConfig, ...defaultSettings };

function parseXml(name: string): Document {
  function refuse(message: string): never {
    throw new Error(`${name}: ${message}`);
  }
  const errorHandler = { warning: refuse, error: refuse, fatalError: refuse };
  return new DOMParser({ errorHandler }).parseFromString(readFileSync(join(folder, name), 'utf8'), 'text/xml');
}

function all(parent: Document | Element, tag: string): Element[] {
  return Array.from(parent.getElementsByTagName(tag));
}

const admx = parseXml('windows/Presently.admx');
const adml = parseXml('windows/en-US/Presently.adml');
const policies = all(admx, 'policy');

/** One attribute of an element and of all within it, wherever it is set. */
function attributes(parent: Element, name: string): string[] {
  return [parent, ...all(parent, '*')].flatMap((it) => it.getAttribute(name) || []);
}

function texts(parent: Document | Element, ...tags: readonly string[]): string[] {
  return tags.flatMap((tag) => all(parent, tag)).map((it) => it.textContent ?? '');
}

/** How the registry's tool prints every value that a policy can write; where that may be any text, the samples shown. */
function writes(policy: Element, key: string): string[] {
  const line = (type: string, value: string) => `    ${key}    ${type}    ${value}`;
  const numbers = ['value', 'minValue', 'maxValue'].flatMap((name) => attributes(policy, name));
  const [shown] = all(adml, 'presentation').filter((it) => it.getAttribute('id') === key);
  const samples = shown && all(policy, 'text').length > 0 ? texts(shown, 'defaultValue', 'default', 'suggestion') : [];
  const json = shown && all(policy, 'multiText').length > 0 ? texts(shown, 'text') : [];
  return [
    ...numbers.map((number) => line('REG_DWORD', `0x${Number(number).toString(16)}`)),
    ...[...texts(policy, 'string'), ...samples].map((text) => line('REG_SZ', text)),
    ...json.map((text) => line('REG_MULTI_SZ', text)),
    // No sample is anybody's.
    ...(key === 'clientId' ? [line('REG_SZ', '00000000-1111-2222-3333-444444444444')] : []),
  ];
}

function readPrinted(line: string) {
  const found = fitPolicy(parseRegistry(`\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Presently\r\n${line}\r\n`));
  return { found, ...readConfig(null, {}, '', { registry: JSON.stringify(found) }) };
}

/** What a policy is made of for a value of that type. */
function partsFor(value: unknown): readonly string[] {
  if (typeof value === 'boolean') return ['enabledValue', 'disabledValue'];
  if (typeof value === 'number') return ['elements', 'decimal'];
  return typeof value === 'string' ? ['elements', 'text|enum'] : ['elements', 'multiText'];
}

describe('[C6] the template for Group Policy', () => {
  it('has every key, and no other', () => {
    expect(policies.map((it) => it.getAttribute('name')).sort()).toEqual(Object.keys(defaults).sort());
  });

  it.each(policies.map((policy) => [policy.getAttribute('name') ?? '', policy] as const))(
    '%s is of its key’s type, written where it is read, and each of its values is accepted',
    (key, policy) => {
      expect([policy.getAttribute('class'), ...attributes(policy, 'key')]).toEqual([
        'Machine',
        'Software\\Policies\\Presently',
      ]);
      expect(attributes(policy, 'valueName')).toEqual([key]);
      for (const part of partsFor(defaults[key])) {
        expect([part, part.split('|').flatMap((tag) => all(policy, tag)).length]).toEqual([part, 1]);
      }
      const lines = writes(policy, key);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        const { found, unusable } = readPrinted(line);
        expect([line, unusable, Object.keys(found)]).toEqual([line, [], [key]]);
      }
    },
  );

  it('writes off and on, and no number beyond what is taken', () => {
    const [on, off] = ['1', '0'].map(
      (bit) => readPrinted(`    freeMemory    REG_DWORD    0x${bit}`).settings.freeMemory,
    );
    expect([on, off]).toEqual([true, false]);
    const [policy] = policies.filter((it) => it.getAttribute('name') === 'idleMinutes');
    const bounds = ['minValue', 'maxValue'].flatMap((name) => (policy ? attributes(policy, name) : [])).map(Number);
    const beyond = [(bounds[0] ?? 0) - 1, (bounds[1] ?? 0) + 1].map(
      (number) => readPrinted(`    idleMinutes    REG_DWORD    0x${number.toString(16)}`).unusable,
    );
    const named = [{ place: 'registry', keys: ['idleMinutes'] }];
    expect(beyond).toEqual([named, named]);
  });

  it.each(['string', 'presentation'])('names each %s that it has words for, and has words for each', (kind) => {
    const named = readFileSync(join(folder, 'windows/Presently.admx'), 'utf8');
    const wanted = new Set([...named.matchAll(new RegExp(`\\$\\(${kind}\\.(\\w+)\\)`, 'g'))].map((match) => match[1]));
    const told = all(adml, kind);
    expect(told.map((it) => it.getAttribute('id')).sort()).toEqual([...wanted].sort());
    expect(told.filter((it) => it.textContent?.trim() === '')).toEqual([]);
  });

  it('shows a field for every value that is asked for', () => {
    const asked = policies.flatMap((policy) => all(policy, 'elements')).flatMap((it) => attributes(it, 'id'));
    const shown = all(adml, 'presentation').flatMap((it) => attributes(it, 'refId'));
    expect(shown.sort()).toEqual(asked.sort());
  });
});

/** A property list as macOS reads it, as far as profiles need one. */
function fromPlist(node: Element): unknown {
  const children = Array.from(node.childNodes).filter((it): it is Element => it.nodeType === 1);
  const values = children.filter((it) => it.tagName !== 'key').map(fromPlist);
  if (node.tagName === 'array') return values;
  if (node.tagName === 'dict') {
    const names = children.filter((it) => it.tagName === 'key').map((it) => it.textContent ?? '');
    return Object.fromEntries(names.map((name, at) => [name, values[at]]));
  }
  if (node.tagName === 'integer') return Number(node.textContent);
  return node.tagName === 'string' ? node.textContent : node.tagName === 'true';
}

describe('[C6] the samples', () => {
  const sample: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(join(folder, 'policy.json'), 'utf8'));

  it('of policy.json is taken whole, and none of its keys is unknown', () => {
    expect(readConfig(null, {}, '', { policy: JSON.stringify(sample) }).unusable).toEqual([]);
    expect(Object.keys(sample).filter((key) => !(key in defaults))).toEqual([]);
  });

  it('of a profile for macOS decides the same', () => {
    const [content] = all(parseXml('macos/Presently.mobileconfig'), 'array');
    const [payload] = content ? all(content, 'dict').map(fromPlist) : [];
    const entries = Object.entries(payload ?? {});
    expect(Object.fromEntries(entries.filter(([name]) => !name.startsWith('Payload')))).toEqual(sample);
    // The system keeps it under this name, where it is looked for.
    const type = entries.find(([name]) => name === 'PayloadType')?.[1];
    expect(policyTools.darwin?.file).toBe(`/Library/Managed Preferences/${type}.plist`);
    expect(fitPolicy(entries)).toEqual(sample);
  });
});
