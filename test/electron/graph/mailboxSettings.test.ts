import { describe, expect, it } from 'vitest';
import { changeReplies, readMailbox } from '../../../electron/graph/mailboxSettings.ts';
import { account, now } from '../schedule/rows.ts';

const answering = (body: unknown) => ({
  graph: async () => ({ ok: true as const, value: { status: 200, body } }),
  ...{ clientId: 'client', account, now: () => now },
});

describe.each([
  ['read', (body: unknown) => readMailbox(answering(body))],
  ['changed', async (body: unknown) => (await changeReplies(answering(body), { status: 'disabled' })).outcome],
])('[N4] a mailbox that is %s', (_, ask) => {
  it.each([[{ message: 'Please log in' }], [{}], [{ automaticRepliesSetting: 'off' }], [[]], [null], ['text']])(
    'did not answer with %j: somebody else did',
    async (body) => {
      expect(await ask(body)).toMatchObject({ ok: false, problem: { kind: 'intercepted' } });
    },
  );
});

it('[N4] what a mailbox says of its replies in words that we do not know does least', async () => {
  expect(
    await readMailbox(answering({ automaticRepliesSetting: { status: 'onHolidays', externalAudience: 7 } })),
  ).toMatchObject({
    ok: true,
    value: { replies: { status: 'disabled', audience: 'none' } },
  });
});

it('[N4] a mailbox that is changed may answer with nothing', async () => {
  const { outcome } = await changeReplies(answering(undefined), { status: 'disabled' });
  expect(outcome.ok).toBe(true);
});
