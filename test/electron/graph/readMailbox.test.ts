import { expect, it } from 'vitest';
import { readMailbox } from '../../../electron/graph/mailboxSettings.ts';
import { account, now } from '../schedule/rows.ts';

const read = (body: unknown) =>
  readMailbox({
    graph: async () => ({ ok: true, value: { status: 200, body } }),
    ...{ clientId: 'client', account, now: () => now },
  });

it.each([[{ message: 'Please log in' }], [{}], [{ automaticRepliesSetting: 'off' }], [[]], [null], ['text']])(
  '[N4] %j is no mailbox without replies, but none at all',
  async (body) => {
    expect(await read(body)).toMatchObject({ ok: false, problem: { kind: 'intercepted' } });
  },
);

it('[N4] what a mailbox says of its replies in words that we do not know does least', async () => {
  expect(await read({ automaticRepliesSetting: { status: 'onHolidays', externalAudience: 7 } })).toMatchObject({
    ok: true,
    value: { replies: { status: 'disabled', audience: 'none' } },
  });
});
