import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../build/until.mjs';
import { sequelKey } from '../../electron/cli/options.ts';
import { type Ran, runCommand } from '../desktop/commandLine.ts';
import { dataFolder } from '../desktop/launch.ts';
import { trayTurns } from '../desktop/tray.ts';
import { startWorkplace, type Workplace } from './microsoft.ts';

describe('the command line', () => {
  let workplace: Workplace;
  let cold: Ran;

  const run = (...words: string[]) => runCommand(workplace.desktop, words, workplace.environment);
  const mira = () => workplace.simulator.presenceOf(workplace.simulator.people.mira);

  async function isPopupShown(): Promise<boolean> {
    const search = workplace.desktop.start('xdotool', ['search', '--onlyvisible', '--name', '^Presently$'], {});
    const [code] = await once(search, 'close');
    return code === 0;
  }

  async function report(): Promise<Readonly<Record<string, unknown>>> {
    return JSON.parse((await run('--status', '--json')).output);
  }

  beforeAll(async () => {
    workplace = await startWorkplace();
    cold = await run('--status', '--json');
  });
  afterAll(async () => {
    await run('--quit');
    await workplace.stop();
  });

  it('[K2] starts the app where none runs, and tells by its exit code that nobody is signed in', async () => {
    expect(cold.code).toBe(3);
    expect(JSON.parse(cold.output)).toMatchObject({ version: 1, account: null, presence: null, pending: null });
    await trayTurns(workplace.desktop, 'grey');
    expect(await run('--set', 'busy')).toMatchObject({ code: 3, output: '' });
    expect(workplace.simulator.requests).toEqual([]);
  });

  it('[K3] listens where nobody but the owner can reach', async () => {
    const folder = join(dataFolder(workplace.desktop), 'control');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'socket'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['socket']);
  });

  it('[K2] signs in by the browser, and answers when that is done', async () => {
    const answer = run('--sign-in');
    const url = await until('the page in the browser', async () => (await workplace.openedPages())[0]);
    await workplace.simulator.visit(url);
    expect(await answer).toMatchObject({ code: 0, output: expect.stringContaining('Signed in as mira') });
    await trayTurns(workplace.desktop, 'green');
  });

  it('[K2] sets, with an end and what comes then, and says what others see', async () => {
    const ran = await run('--set', 'busy/in-a-call', '--for', '1h', '--then', 'away');
    expect(ran).toMatchObject({ code: 0, output: expect.stringMatching(/^In a call · Until .*, then Appear away/) });
    await trayTurns(workplace.desktop, 'red');
    expect(mira()).toMatchObject({ availability: 'Busy', activity: 'InACall' });
    expect(await report()).toMatchObject({
      account: { username: expect.stringContaining('@') },
      presence: { availability: 'Busy', activity: 'InACall', [sequelKey]: 'Away', source: 'you' },
      chosen: { availability: 'Busy', activity: 'InACall' },
      outOfOffice: { isOutOfOffice: false },
      route: 'create',
      problem: null,
    });
    expect((await run('--status')).output).toContain('In a call');
  });

  it('[K2] sets preset, message and out of office, and resets', async () => {
    expect(await run('--preset', 'LUNCH')).toMatchObject({ code: 0 });
    expect(mira().availability).toBe('BeRightBack');
    const both = await run(
      '--message',
      'In the workshop',
      '--clear-after',
      '1h',
      '--ooo',
      'on',
      '--reply',
      'Back on Monday',
    );
    expect(both.code).toBe(0);
    expect((await report())['outOfOffice']).toEqual({ isOutOfOffice: true, message: 'Back on Monday' });
    expect(workplace.simulator.requests.findLast(({ path }) => path.endsWith('/setStatusMessage'))).toMatchObject({
      body: { statusMessage: { message: { content: 'In the workshop' }, expiryDateTime: expect.anything() } },
    });
    expect((await run('--ooo', 'off')).code).toBe(0);
    expect((await run('--reset')).code).toBe(0);
    expect(await report()).toMatchObject({ presence: { source: 'microsoft365', until: null } });
  });

  it('[K2] sets until a time of day, and plans out of office for days to come', async () => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    expect((await run('--set', 'dnd', '--until', `${day(1)}T15:30Z`)).code).toBe(0);
    expect(await report()).toMatchObject({
      presence: { availability: 'DoNotDisturb', until: `${day(1)}T15:30:00.000Z` },
    });
    const planned = await run('--ooo', 'on', '--from', `${day(3)}T00:00`, '--until', `${day(9)}T00:00`);
    expect(planned.code).toBe(0);
    expect((await report())['outOfOffice']).toMatchObject({ isOutOfOffice: false });
    expect((await run('--ooo', 'off')).code).toBe(0);
    expect((await run('--reset')).code).toBe(0);
  });

  it('[K2] opens the popup', async () => {
    expect(await run('--show')).toMatchObject({ code: 0, errors: '' });
    await until('the popup on the screen', isPopupShown);
    await workplace.desktop.key('Escape');
  });

  it('[K2] tells what failed and what waits by its exit code', async () => {
    workplace.simulator.setProfile('forbidden403');
    expect(await run('--set', 'busy')).toMatchObject({ code: 1, output: '' });
    workplace.simulator.setProfile('acceptsAndShows');
    await workplace.setReachable(false);
    expect(await run('--set', 'away')).toMatchObject({
      code: 4,
      output: '',
      errors: expect.stringContaining('Not set yet'),
    });
    await workplace.setReachable(true);
    await until('the choice that waited', () => mira().availability === 'Away', { milliseconds: 30_000 });
    expect((await run('--reset')).code).toBe(0);
  });

  it('[K1] what it does not understand changes nothing, not even half', async () => {
    const before = workplace.simulator.requests.length;
    const writes = () => workplace.simulator.requests.slice(before).filter(({ method }) => method === 'POST');
    for (const words of [
      ['--set', 'nonsense', '--message', 'Hello'],
      ['--set', 'busy', '--for', '0'],
      ['--set', 'busy', '--for', '1e9'],
      ['--set', 'busy', '--until', '24:00'],
      ['--set', 'busy', '--set', 'away'],
      ['--message', 'x'.repeat(100_000)],
      ['--preset', 'unknown', '--message', 'Hello'],
    ]) {
      const { code, output, errors } = await run(...words);
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(errors).not.toBe('');
    }
    expect(writes()).toEqual([]);
    expect((await run('--preset', 'unknown')).errors).toContain('There are: Focus 2 h, Lunch, Done for today.');
  });

  it('prints help, version and a report without names', async () => {
    expect((await run('--help')).output).toContain('--set STATE');
    expect((await run('--version')).output).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { output } = await run('--diagnostics');
    expect(output).toContain('| electron |');
    expect(output).not.toMatch(/mira|@|workshop/i);
  });

  it('[K2] twenty at once end well, and the last that was sent holds', async () => {
    const states = ['busy', 'away', 'do-not-disturb', 'be-right-back'];
    const ran = await Promise.all(Array.from({ length: 20 }, (_, at) => run('--set', states[at % 4] ?? '')));
    expect(ran.map(({ code }) => code)).toEqual(Array.from({ length: 20 }, () => 0));
    expect((await report())['presence']).toMatchObject({ availability: mira().availability });
  });

  it('[K2] signs out, and ends the app', async () => {
    expect(await run('--sign-out')).toMatchObject({ code: 0, output: 'Signed out.\n' });
    expect(await run('--quit')).toMatchObject({ code: 0, errors: '' });
    expect(await run('--quit')).toMatchObject({ code: 0, errors: expect.stringContaining('not running') });
  });

  it('[K2] row 52: twenty starts at once make one app', async () => {
    const ran = await Promise.all(Array.from({ length: 20 }, () => run('--status')));
    expect(ran.map(({ code }) => code)).toEqual(Array.from({ length: 20 }, () => 3));
    await trayTurns(workplace.desktop, 'grey');
  });
});
