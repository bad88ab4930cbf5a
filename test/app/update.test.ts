import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../../build/until.mjs';
import { dataFolder } from '../desktop/launch.ts';
import { list, old, type Replaceable, startReplaceable } from './replaceable.ts';
import { listing, type Pages, sha512Of } from './updateFeed.ts';

let copy: Replaceable;
beforeAll(async () => {
  copy = await startReplaceable();
});
afterAll(() => copy.stop());

const newer = Buffer.from('#!/bin/sh\n# the newer one\n');
const good = sha512Of(newer);
const offered = (text: string, more: Pages = {}): Pages => ({ [list]: text, '/new.AppImage': newer, ...more });
const failed = (problem: string) => ({ status: 'failed', problem });
const to =
  (url: () => string, status = 302) =>
  (_request: unknown, response: { writeHead: Redirect }) =>
    void response.writeHead(status, { location: url() }).end();
type Redirect = (status: number, headers: Record<string, string>) => { end(): void };

const refused = failed('refused');
const unreachable = failed('unreachable');
/** Row 55 of the fault matrix: what somebody who has the feed, or the way to it, may offer. */
const hostile: Readonly<Record<string, () => readonly [Pages, object]>> = {
  'an older version': () => [offered(listing('0.0.9', 'new.AppImage', good)), { status: 'idle' }],
  'an older version with a new name': () => [offered(listing('0.1.0-zz', 'new.AppImage', good)), { status: 'idle' }],
  'the same version with another hash': () => [offered(listing('0.1.0', 'new.AppImage', good)), { status: 'idle' }],
  'another hash': () => [offered(listing('9.9.9', 'new.AppImage', sha512Of('other'))), refused],
  'a hash of nothing': () => [offered(listing('9.9.9', 'new.AppImage', "''")), refused],
  'no hash': () => [offered('version: 9.9.9\nfiles:\n  - url: new.AppImage\n'), refused],
  'a hash that is a number': () => [offered(listing('9.9.9', 'new.AppImage', '0')), refused],
  'no files': () => [offered('version: 9.9.9\nfiles: []\n'), refused],
  'files that are none': () => [offered('version: 9.9.9\nfiles: 7\n'), refused],
  'no version': () => [offered(listing('', 'new.AppImage', good)), refused],
  'a version that is a path': () => [offered(listing('../../9.9.9', 'new.AppImage', good)), refused],
  'text that is no list': () => [offered('<html>Welcome</html>'), refused],
  'broken text': () => [offered('version: [9.9'), refused],
  'an empty list': () => [offered(''), refused],
  'half of the file': () => [
    offered(listing('9.9.9', 'new.AppImage', good), { '/new.AppImage': newer.subarray(0, 9) }),
    refused,
  ],
  'a file that stops within': () => [
    offered(listing('9.9.9', 'new.AppImage', good), {
      '/new.AppImage': (_request, response) => {
        response.writeHead(200, { 'content-length': newer.length });
        response.write(newer.subarray(0, 9), () => response.destroy());
      },
    }),
    unreachable,
  ],
  'more than the file': () => [
    offered(listing('9.9.9', 'new.AppImage', good), { '/new.AppImage': Buffer.concat([newer, newer]) }),
    refused,
  ],
  'a page in place of the file': () => [
    offered(listing('9.9.9', 'new.AppImage', good), { '/new.AppImage': '<html>Welcome</html>' }),
    refused,
  ],
  'a file that is not there': () => [offered(listing('9.9.9', 'gone.AppImage', good)), unreachable],
  'a list that is not there': () => [{}, unreachable],
  'a server in trouble': () => [{ [list]: (_request, response) => void response.writeHead(503).end() }, unreachable],
  'a plain http file': () => [offered(listing('9.9.9', `${copy.feed.plainUrl}/new.AppImage`, good)), refused],
  'a file elsewhere': () => [offered(listing('9.9.9', `${copy.feed.elsewhereUrl}/new.AppImage`, good)), refused],
  'a file of this computer': () => [offered(listing('9.9.9', `file://${copy.image}`, sha512Of(old))), refused],
  'a list that leads to plain http': () => [{ [list]: to(() => `${copy.feed.plainUrl}/new.yml`) }, refused],
  'a list that leads elsewhere': () => [{ [list]: to(() => `${copy.feed.elsewhereUrl}/new.yml`) }, refused],
  'a file that leads to plain http': () => [
    offered(listing('9.9.9', 'new.AppImage', good), { '/new.AppImage': to(() => `${copy.feed.plainUrl}/x.AppImage`) }),
    refused,
  ],
  'a list that leads round and round': () => [{ [list]: to(() => `${copy.feed.url}${list}`) }, refused],
};

it('says that there is nothing newer, and tells nobody who asks', async () => {
  expect(await copy.lookAt(offered(listing('0.1.0', 'new.AppImage', good)))).toEqual({ status: 'idle' });
  await copy.page.getByText(/^Up to date, checked at \d/).waitFor();
  expect(copy.feed.asked.every((line) => line === `feed ${list}`)).toBe(true);
  const names = Object.keys(copy.feed.headers()).filter((name) => copy.feed.headers()[name] !== '');
  expect(names.filter((name) => /id|cookie|auth/i.test(name))).toEqual([]);
  expect(existsSync(join(dataFolder(copy.desktop), '.updaterId'))).toBe(false);
});

it.each(Object.keys(hostile))('[G2] row 55: %s is never installed', async (name) => {
  const [pages, expected] = hostile[name]?.() ?? [{}, {}];
  const before = copy.feed.asked.length;
  expect(await copy.lookAt(pages)).toEqual(expected);
  expect(copy.feed.asked.slice(before).filter((line) => !line.startsWith('feed '))).toEqual([]);
  expect(readFileSync(copy.image, 'utf8')).toBe(old);
  expect(readdirSync(dirname(copy.image))).toEqual(['Presently.AppImage']);
});

it.each(['../../../apps/Presently.AppImage', '..%2f..%2f..%2fapps%2fPresently.AppImage', '%2e%2e/Presently.AppImage'])(
  '[G2] row 55: a name that is a way (%s) leads nowhere but to the place for what was fetched',
  async (way) => {
    const at = new URL(way, `${copy.feed.url}/`).pathname;
    expect(await copy.lookAt({ [list]: listing('9.9.9', `'${way}'`, good), [at]: newer })).toMatchObject({
      status: 'ready',
    });
    expect(readFileSync(copy.image, 'utf8')).toBe(old);
    const pending = readdirSync(join(copy.desktop.home, '.cache/presently-updater/pending'));
    expect(pending.filter((name) => name.endsWith('AppImage'))).toEqual(['Presently.AppImage']);
  },
);

it('[G1] a newer one is fetched, told in one line, and is in the old one’s place when the program ends', async () => {
  const real = Buffer.from(`#!/bin/sh\necho started > '${copy.mark}'\n`);
  const found = await copy.lookAt({ [list]: listing('9.9.10', 'new.AppImage', sha512Of(real)), '/new.AppImage': real });
  expect(found).toEqual({ status: 'ready', version: '9.9.10' });
  await copy.page.getByText('Version 9.9.10 is ready, and installs when you quit.').waitFor();
  expect(readFileSync(copy.image, 'utf8')).toBe(old);
  await copy.restart();
  await until('the newer one, started', () => existsSync(copy.mark));
  expect(readFileSync(copy.image)).toEqual(real);
  expect(statSync(copy.image).mode & 0o777).toBe(0o755);
  expect(readdirSync(dirname(copy.image))).toEqual(['Presently.AppImage']);
});
