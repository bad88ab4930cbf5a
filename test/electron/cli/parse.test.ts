import { describe, expect, it } from 'vitest';
import { createWords } from '#contract/words.ts';
import { isAsking } from '../../../electron/cli/options.ts';
import { parse } from '../../../electron/cli/parse.ts';
import { programWords } from '../../../electron/cli/programWords.ts';
import { request } from '../../../electron/cli/request.ts';

const { say } = createWords('en-GB');
/** A Tuesday, 10:00 in Berlin. */
const here = { now: Date.parse('2026-12-01T09:00:00.000Z'), timeZone: 'Europe/Berlin' };

function read(line: string): unknown {
  const parsed = parse(line.split(' ').filter(Boolean), here);
  if (parsed.kind === 'request') expect(request.safeParse(parsed.request).data).toEqual(parsed.request);
  return parsed.kind === 'request' ? parsed.request : parsed;
}

function misuse(words: readonly string[]): string | undefined {
  const parsed = parse(words, here);
  return parsed.kind === 'misuse' ? say(parsed.misuse.id, parsed.misuse.values) : undefined;
}

/** One of the words is a megabyte long: too much for a title. */
function rows(pairs: readonly (readonly [words: readonly string[], expected: string])[]) {
  return pairs.map(([words, expected]) => ({ words, expected }));
}

const nothing = { kind: 'change', presence: null, message: null, outOfOffice: null };
const busy = { availability: 'Busy', activity: 'Busy' };
const set = (presence: object, until: string | null = null, sequel = 'automatic') => ({
  ...nothing,
  presence: { do: 'set', presence, until, sequel },
});
const away = (from: string, until: string | null) => ({
  ...nothing,
  outOfOffice: { isOutOfOffice: true, from, until, reply: null },
});

describe('what a command line says', () => {
  it.each([
    ['--set busy', set(busy)],
    ['--set=BUSY', set(busy)],
    ['--set busy/in-a-call', set({ availability: 'Busy', activity: 'InACall' })],
    ['--set do-not-disturb/presenting', set({ availability: 'DoNotDisturb', activity: 'Presenting' })],
    ['--set Do_Not_Disturb', set({ availability: 'DoNotDisturb', activity: 'DoNotDisturb' })],
    ['--set dnd', set({ availability: 'DoNotDisturb', activity: 'DoNotDisturb' })],
    ['--set offline', set({ availability: 'Offline', activity: 'OffWork' })],
    ['--set busy --for 1h', set(busy, '2026-12-01T10:00:00.000Z')],
    ['--for 90m --set busy', set(busy, '2026-12-01T10:30:00.000Z')],
    ['--set busy --for 1h30m', set(busy, '2026-12-01T10:30:00.000Z')],
    ['--set busy --for PT1H', set(busy, '2026-12-01T10:00:00.000Z')],
    ['--set busy --until 15:30', set(busy, '2026-12-01T14:30:00.000Z')],
    ['--set busy --until 9:30', set(busy, '2026-12-02T08:30:00.000Z')],
    ['--set busy --until 2026-12-24T12:00', set(busy, '2026-12-24T11:00:00.000Z')],
    ['--set busy --until 2026-12-24T12:00Z', set(busy, '2026-12-24T12:00:00.000Z')],
    ['--set busy --until 2026-12-24T12:00-05', set(busy, '2026-12-24T17:00:00.000Z')],
    ['--set busy --until 2026-12-24T12:00:00.0-0530', set(busy, '2026-12-24T17:30:00.000Z')],
    ['--set busy --for 1h --then available', set(busy, '2026-12-01T10:00:00.000Z', 'Available')],
    ['--reset', { ...nothing, presence: { do: 'reset' } }],
    ['--preset lunch', { ...nothing, presence: { do: 'preset', name: 'lunch' } }],
    ['--message Hello', { ...nothing, message: { text: 'Hello', until: null } }],
    ['--message -brb- -psn_0_1', { ...nothing, message: { text: '-brb-', until: null } }],
    ['--message= --reset', { ...nothing, presence: { do: 'reset' }, message: { text: '', until: null } }],
    ['--message Hello --clear-after 1h', { ...nothing, message: { text: 'Hello', until: '2026-12-01T10:00:00.000Z' } }],
    ['--ooo off', { ...nothing, outOfOffice: { isOutOfOffice: false, from: null, until: null, reply: null } }],
    ['--ooo on --from 08:00 --until 17:00', away('2026-12-01T07:00:00.000Z', '2026-12-01T16:00:00.000Z')],
    ['--ooo on --from 0:00 --until 17:00', away('2026-11-30T23:00:00.000Z', '2026-12-01T16:00:00.000Z')],
    ['--ooo on --from 11:00 --until 17:00', away('2026-12-01T10:00:00.000Z', '2026-12-01T16:00:00.000Z')],
    ['--ooo on --from 08:00 --until 09:00', away('2026-12-02T07:00:00.000Z', '2026-12-02T08:00:00.000Z')],
    ['--ooo on --from 08:00', away('2026-12-02T07:00:00.000Z', null)],
    [
      '--ooo on --from 2026-12-24T00:00 --until 2027-01-02T00:00 --reply Away',
      {
        ...nothing,
        outOfOffice: {
          isOutOfOffice: true,
          from: '2026-12-23T23:00:00.000Z',
          until: '2027-01-01T23:00:00.000Z',
          reply: 'Away',
        },
      },
    ],
    ['--status', { kind: 'status', isJson: false }],
    ['--status --json', { kind: 'status', isJson: true }],
    ['--sign-in', { kind: 'signIn' }],
    ['--sign-out', { kind: 'signOut' }],
    ['--show', { kind: 'show' }],
    ['--diagnostics', { kind: 'diagnostics' }],
    ['--quit', { kind: 'quit' }],
    ['--help', { kind: 'help' }],
    ['--version', { kind: 'version' }],
  ])('[K1] %s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it('[K1] Chromium’s own switches are no words of ours, wherever they stand', () => {
    const switches = '--no-sandbox --ozone-platform=x11 --allow-file-access-from-files -psn_0_1 -v=1 --lang=de';
    expect(read(`${switches} --set busy ${switches}`)).toEqual(set(busy));
    expect(isAsking(switches.split(' '))).toBe(false);
    expect(isAsking(['--no-sandbox', '--hidden', '--background', '--demo'])).toBe(false);
  });

  it.each([
    ['22:00', '2026-11-30T21:00:00.000Z'],
    ['00:30', '2026-11-30T23:30:00.000Z'],
    ['02:00', '2026-12-01T01:00:00.000Z'],
  ])('[K1] --ooo on --from %s --until 06:00, said at one in the night, is of this night', (from, expected) => {
    const words = ['--ooo', 'on', '--from', from, '--until', '06:00'];
    const parsed = parse(words, { ...here, now: Date.parse('2026-12-01T00:00:00.000Z') });
    expect(parsed).toMatchObject({ request: away(expected, '2026-12-01T05:00:00.000Z') });
  });

  it.each([
    // Clocks go from 03:00 to 02:00 at 01:00 UTC, or from 02:00 to 03:00.
    ['02:30', '2026-10-25T00:10:00.000Z', '2026-10-25T00:30:00.000Z'],
    ['02:30', '2026-10-25T00:40:00.000Z', '2026-10-25T01:30:00.000Z'],
    ['02:30', '2026-10-25T01:40:00.000Z', '2026-10-26T01:30:00.000Z'],
    ['02:30', '2026-03-29T00:10:00.000Z', '2026-03-29T01:30:00.000Z'],
    ['02:30', '2026-03-29T01:40:00.000Z', '2026-03-30T00:30:00.000Z'],
  ])('[K1] %s is the next of its kind where a clock changes: asked at %s, it is %s', (time, now, expected) => {
    const parsed = parse(['--set', 'busy', '--until', time], { ...here, now: Date.parse(now) });
    expect(parsed).toMatchObject({ request: set(busy, expected) });
  });

  it.each(
    rows([
      [['--set', 'nonsense'], '“nonsense” is no state. There are: available, busy, do-not-disturb,'],
      [['--set', 'constructor'], 'is no state'],
      [['--set', 'busy 90'], '“busy 90” is no state'],
      [
        ['--set', 'busy/presenting'],
        '“presenting” is no activity of busy. There are: in-a-call, in-a-conference-call.',
      ],
      [['--set', 'away/in-a-call'], 'away has no activities.'],
      [['--set', 'busy', '--for', '0'], '“0” is no length of time'],
      [['--set', 'busy', '--for', '0m'], 'is no length of time'],
      [['--set', 'busy', '--for=-1h'], 'is no length of time'],
      [['--set', 'busy', '--for', '1e9'], '“1e9” is no length of time'],
      [['--set', 'busy', '--for', '1000000m'], 'is no length of time'],
      [['--set', 'busy', '--for', 'P1Y'], 'is no length of time'],
      [['--set', 'busy', '--until', '24:00'], '“24:00” is no time'],
      [['--set', 'busy', '--until', '2026-02-31T10:00'], 'is no time'],
      [['--set', 'busy', '--until', '2026-12-24T12:00+1'], 'is no time'],
      [['--set', 'busy', '--until', '2026-12-24T12:00[America/New_York]'], 'is no time'],
      [['--set', 'busy', '--until', '2020-01-01T10:00'], 'is over already'],
      [['--set', 'busy', '--set', 'away'], '--set was given more than once.'],
      [['--demo', '--set', 'dnd'], '--demo and --set can’t be given together.'],
      [['--status', '--demo'], '--demo and --status can’t be given together.'],
      [['--set', 'busy', '--reset'], '--set and --reset can’t be given together.'],
      [['--set', 'busy', '--for', '1h', '--until', '15:30'], '--for and --until can’t be given together.'],
      [['--set', 'busy', '--then', 'away'], '--then goes with --for, --until only.'],
      [['--set'], '--set needs a value.'],
      [['--set', '--status'], '--set needs a value.'],
      [['--reset=yes'], '--reset takes no value.'],
      [['--for', '1h'], '--for goes with --set only.'],
      [['--json'], '--json goes with --status only.'],
      [['--status', '--quit'], 'can’t be given together.'],
      [['--ooo', 'maybe'], '--ooo is on or off, not “maybe”.'],
      [['--ooo', 'off', '--reply', 'x'], '--reply goes with --ooo on only.'],
      [['--ooo', 'on', '--from', '22:00', '--until', '21:00'], '--until is not after --from.'],
      [['--ooo', 'on', '--from', '2027-01-02T00:00', '--until', '2027-01-01T00:00'], '--until is not after --from.'],
      [['--preset', ''], 'The value of --preset is empty.'],
      [['--message', 'x'.repeat(1_048_576)], 'The value of --message is too long: 280 characters at most.'],
      [['--set', 'x'.repeat(1_048_576)], 'too long: 1,000 characters'],
      [['busy'], '“busy” stands alone'],
      [['--sett', 'busy'], '“--sett” is no option of Presently. Did you mean --set?'],
      [['--set', 'busy', '--duration=1h'], 'Did you mean --for?'],
      [['--hepl'], 'Did you mean --help?'],
      [['--set', 'busy', '--FOR=1h'], '“--FOR=1h” is no option of Presently. Did you mean --for?'],
      [['--set', 'busy', '-for=1h'], 'Did you mean --for?'],
      [['--set', 'busy', '--for:1h'], 'Did you mean --for?'],
      [['--message', 'x', '--clear_after=2h'], 'Did you mean --clear-after?'],
      [['--status', '--JSON'], 'Did you mean --json?'],
      [['-hidden'], 'Did you mean --hidden?'],
    ]),
  )('[K1] is not understood, and why is said in a line: $expected', ({ words, expected }) => {
    expect(misuse(words)).toContain(expected);
    expect(misuse(words)?.length).toBeLessThan(300);
    expect(isAsking(words)).toBe(true);
  });

  it('[K1] the program is started again as it was, without what was said to it', () => {
    const development = { argv: ['electron', '-r', 'x.cjs', '/app', '--set', 'busy'], developmentFolder: '/app' };
    expect(programWords({ ...development, image: undefined })).toEqual({
      program: ['electron', '-r', 'x.cjs', '/app'],
      words: ['--set', 'busy'],
    });
    const argv = ['/tmp/.mount/presently', '--no-sandbox', '--set', 'busy'];
    expect(programWords({ argv, developmentFolder: null, image: '/home/me/Presently.AppImage' })).toEqual({
      program: ['/home/me/Presently.AppImage', '--no-sandbox'],
      words: ['--no-sandbox', '--set', 'busy'],
    });
    // How the installer on Windows starts a newer one, which is no switch of Chromium's.
    const updated = { argv: ['Presently.exe', '--updated', '--lang=de'], developmentFolder: null, image: undefined };
    expect(programWords(updated).program).toEqual(['Presently.exe', '--lang=de']);
  });
});
