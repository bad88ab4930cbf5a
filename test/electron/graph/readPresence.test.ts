import { describe, expect, it } from 'vitest';
import { claimsChallenge } from '../../../electron/graph/claimsChallenge.ts';
import type { GraphClient } from '../../../electron/graph/client.ts';
import { isOlder, readPresence } from '../../../electron/graph/readPresence.ts';

const answering =
  (body: unknown): GraphClient =>
  async () => ({ ok: true, value: { status: 200, body } });
const none = { isOutOfOffice: false, message: null };

describe('[P7] reading a presence', () => {
  it.each([
    ['Busy', 'InAMeeting', 'Busy', 'InAMeeting'],
    ['Away', 'BeRightBack', 'BeRightBack', 'BeRightBack'],
    ['busy', 'inACall', 'Busy', 'InACall'],
    ['inAMeeting', 'busy', 'Busy', 'InAMeeting'],
    ['inACall', 'busy', 'Busy', 'InACall'],
    ['presenting', 'doNotDisturb', 'DoNotDisturb', 'Presenting'],
    ['focusing', null, 'DoNotDisturb', 'Focusing'],
    ['AvailableIdle', 'Inactive', 'Available', 'Inactive'],
    ['BusyIdle', 'Busy', 'Busy', 'Busy'],
    ['doNotDisturb', 'focusing', 'DoNotDisturb', 'Focusing'],
    ['Napping', 'PowerNap', 'PresenceUnknown', 'PowerNap'],
    ['toString', 'constructor', 'PresenceUnknown', 'constructor'],
    ['constructor', 'Busy', 'PresenceUnknown', 'Busy'],
    [null, null, 'PresenceUnknown', ''],
    [undefined, undefined, 'PresenceUnknown', ''],
    [7, { a: 1 }, 'PresenceUnknown', ''],
  ])('%j / %j is shown as %s / %s', async (availability, activity, shown, word) => {
    expect(await readPresence(answering({ id: 'x', availability, activity }))).toEqual({
      ok: true,
      value: {
        value: { availability: shown, activity: word, outOfOfficeSettings: none },
        ...{ sequence: null, hasOutOfOffice: false },
      },
    });
  });

  it('[O2] takes out of office from its flag', async () => {
    const outOfOfficeSettings = { isOutOfOffice: true, message: 'Back on Monday' };
    const seen = await readPresence(
      answering({ availability: 'Available', activity: 'Available', outOfOfficeSettings }),
    );
    expect(seen.ok && seen.value.value.outOfOfficeSettings).toEqual(outOfOfficeSettings);
  });

  it.each([[null], ['Busy'], [42], [[]], [undefined], [{}], [{ message: 'Please log in' }]])(
    '%j is no presence',
    async (body) => {
      const seen = await readPresence(answering(body));
      expect(seen).toEqual({ ok: false, problem: { kind: 'intercepted', trace: { status: 200 } } });
    },
  );

  it('bounds a text that would fill the popup', async () => {
    const seen = await readPresence(answering({ availability: 'Busy', activity: 'x'.repeat(100_000) }));
    expect(seen.ok && seen.value.value.activity.length).toBe(2000);
  });
});

describe('[P7] the status message that is read', () => {
  const at = (dateTime: unknown, timeZone?: unknown) => ({ dateTime, timeZone });
  const note = (content: unknown, expiryDateTime?: unknown) => ({
    statusMessage: { message: { content, contentType: 'text' }, expiryDateTime },
  });
  const hello = (endsAt: string | null) => ({ statusMessage: { text: 'Hello', endsAt } });
  it.each<[object, object]>([
    [{}, {}],
    [{ statusMessage: 7 }, {}],
    [{ statusMessage: null }, { statusMessage: null }],
    [{ statusMessage: {} }, { statusMessage: null }],
    [note(null), { statusMessage: null }],
    [note(' '), { statusMessage: null }],
    [note('Hello'), hello(null)],
    [note('Hello<pinnednote></pinnednote>'), hello(null)],
    [note('<pinnednote></pinnednote>'), { statusMessage: null }],
    [note('Hello', null), hello(null)],
    [note('Hello', 'tomorrow'), hello(null)],
    [note('Hello', at(5)), hello(null)],
    [note('Hello', at('2026-12-01T17:30:00.0000000', 'UTC')), hello('2026-12-01T17:30:00.000Z')],
    [note('Hello', at('2026-12-01T17:30:00.1234567', 'utc')), hello('2026-12-01T17:30:00.123Z')],
    [note('Hello', at('2026-12-01T17:30', null)), hello('2026-12-01T17:30:00.000Z')],
    [note('Hello', at('2026-12-01T17:30:00Z', 'Europe/Berlin')), hello('2026-12-01T17:30:00.000Z')],
    [note('Hello', at('2026-12-01T17:30:00', 'Europe/Berlin')), hello('2026-12-01T16:30:00.000Z')],
    [note('Hello', at('2026-03-29T03:30:00', 'Europe/Berlin')), hello('2026-03-29T01:30:00.000Z')],
    [note('Hello', at('2026-07-01T08:00:00', 'Pacific/Honolulu')), hello('2026-07-01T18:00:00.000Z')],
    [note('Hello', at('2026-12-01T17:30:00', 'W. Europe Standard Time')), hello('2026-12-01T16:30:00.000Z')],
    [note('Hello', at('2026-12-01T17:30:00', 'Customized Time Zone')), hello(null)],
    [note('Hello', at('2026-13-41T17:30:00', 'UTC')), hello(null)],
    [note('Hello', at('0001-01-01T00:00:00.0000000', 'UTC')), hello(null)],
    [note('Hello', at('9999-12-31T23:59:59', 'Pacific/Kiritimati')), hello(null)],
    [note('Hello', at('0001-01-01T00:00:00', 'Pacific/Honolulu')), hello(null)],
    [note('x'.repeat(9000)), { statusMessage: { text: 'x'.repeat(2000), endsAt: null } }],
  ])('%j is %j', async (body, expected) => {
    const read = await readPresence(answering({ availability: 'Busy', activity: 'Busy', ...body }));
    const seen = { availability: 'Busy', activity: 'Busy', outOfOfficeSettings: none };
    const value = { value: { ...seen, ...expected }, sequence: null, hasOutOfOffice: false };
    expect(read).toStrictEqual({ ok: true, value });
  });
});

describe('the age of an answer', () => {
  it.each([
    ['A0143907715', 'A0143907715'],
    ['', null],
    [12, null],
    [null, null],
  ])('%j is kept as %j', async (sequenceNumber, sequence) => {
    const read = await readPresence(answering({ id: 'x', sequenceNumber }));
    expect(read.ok && read.value.sequence).toBe(sequence);
  });

  it.each([
    ['A0143907714', 'A0143907715', true],
    ['A0143907715', 'A0143907715', false],
    ['A0143907716', 'A0143907715', false],
    ['A9', 'A10', true],
    ['A10', 'A9', false],
    [null, 'A9', false],
    ['A9', null, false],
  ])('%j is older than %j: %s', (sequence, held, expected) => {
    expect(isOlder(sequence, held)).toBe(expected);
  });
});

describe('[N5] a claims challenge', () => {
  const json = '{"access_token":{"xms_cc":{"values":["cp1"]}}}';
  it.each([
    [`Bearer error="insufficient_claims", claims="${Buffer.from(json).toString('base64')}"`, json],
    [`Bearer claims="${Buffer.from(json).toString('base64url')}", realm="", error="insufficient_claims"`, json],
    [`Bearer claims="${Buffer.from(json).toString('base64')}", error="invalid_token"`, null],
    ['Bearer error="insufficient_claims"', null],
    ['Bearer error="insufficient_claims", claims="%%%"', null],
    ['Bearer error="insufficient_claims", claims="aGVsbG8="', null],
    [null, null],
  ])('in %j is %j', (header, expected) => {
    expect(claimsChallenge(header)).toBe(expected);
  });
});
