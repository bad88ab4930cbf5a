import { describe, expect, it } from 'vitest';
import { claimsChallenge } from '../../../electron/graph/claimsChallenge.ts';
import type { GraphClient } from '../../../electron/graph/client.ts';
import { readPresence } from '../../../electron/graph/readPresence.ts';

const answering =
  (body: unknown): GraphClient =>
  async () => ({ ok: true, value: { status: 200, body } });
const none = { isOutOfOffice: false, message: null };

describe('[P7] reading a presence', () => {
  it.each([
    ['Busy', 'InAMeeting', 'Busy', 'InAMeeting'],
    ['busy', 'inACall', 'Busy', 'InACall'],
    ['AvailableIdle', 'Inactive', 'Available', 'Inactive'],
    ['BusyIdle', 'Busy', 'Busy', 'Busy'],
    ['doNotDisturb', 'focusing', 'DoNotDisturb', 'Focusing'],
    ['Napping', 'PowerNap', 'PresenceUnknown', 'PowerNap'],
    ['toString', 'constructor', 'PresenceUnknown', 'constructor'],
    [null, null, 'PresenceUnknown', ''],
    [undefined, undefined, 'PresenceUnknown', ''],
    [7, { a: 1 }, 'PresenceUnknown', ''],
  ])('%j / %j is shown as %s / %s', async (availability, activity, shown, word) => {
    expect(await readPresence(answering({ id: 'x', availability, activity }))).toEqual({
      ok: true,
      value: { availability: shown, activity: word, outOfOfficeSettings: none },
    });
  });

  it('[O2] takes out of office from its flag', async () => {
    const outOfOfficeSettings = { isOutOfOffice: true, message: 'Back on Monday' };
    const seen = await readPresence(
      answering({ availability: 'Available', activity: 'Available', outOfOfficeSettings }),
    );
    expect(seen.ok && seen.value.outOfOfficeSettings).toEqual(outOfOfficeSettings);
  });

  it.each([[null], ['Busy'], [42], [[]], [undefined]])('%j is no presence', async (body) => {
    const seen = await readPresence(answering(body));
    expect(seen).toEqual({ ok: false, problem: { kind: 'intercepted', trace: { status: 200 } } });
  });

  it('bounds a text that would fill the popup', async () => {
    const seen = await readPresence(answering({ availability: 'Busy', activity: 'x'.repeat(100_000) }));
    expect(seen.ok && seen.value.activity.length).toBe(2000);
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
