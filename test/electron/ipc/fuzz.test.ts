import fc from 'fast-check';
import { expect, it } from 'vitest';
import { channels } from '#contract/bridge.ts';
import { type CommandHandlers, commands } from '#contract/commands.ts';
import { initialState } from '#contract/state.ts';
import { type CommandPort, serve } from '../../../electron/ipc/serve.ts';
import { createStore } from '../../../electron/state/store.ts';
import { recordLog } from '../../fakes/log.ts';
import { messages } from '../../fakes/payloads.ts';
import { isValidMessage } from '../../fakes/validMessage.ts';

/** How many messages are made up; a longer run is asked for by the environment. */
const count = Number(process.env['FUZZ'] ?? 5_000);
const url = 'app://presently/index.html';

/** The real doorway, whose handlers only count. Time passes fast enough that nothing is refused for coming too often. */
function openDoorway() {
  let command: Parameters<CommandPort['handle']>[1] | undefined;
  let reached = 0;
  let now = 0;
  const ipc: CommandPort = {
    handle: (channel, listener) => {
      if (channel === channels.command) command = listener;
    },
    on: () => {},
  };
  const reach = async () => {
    reached += 1;
  };
  const tick = () => {
    now += 1_000;
    return now;
  };
  const entries = Object.keys(commands).map((name) => [name, reach]);
  serve({
    ...{ ipc, store: createStore(initialState), log: recordLog(), clock: { now: tick }, later: setImmediate },
    handlers: Object.fromEntries(entries) as CommandHandlers,
    windows: () => [{ id: 1, url, send: () => {} }],
  });
  return {
    reached: () => reached,
    send: async (...message: unknown[]) =>
      command?.({ senderFrame: { url, parent: null }, sender: { id: 1 } }, ...message),
  };
}

it(`[X2] of ${count} made-up messages exactly the valid ones get through, and the others are refused in one way`, async () => {
  const doorway = openDoorway();
  let valid = 0;
  await fc.assert(
    fc.asyncProperty(messages, async ([name, input]) => {
      const before = doorway.reached();
      const outcome = await doorway.send(name, input).then(
        () => 'done',
        (error: unknown) => (error instanceof Error ? error.message : 'strange'),
      );
      const isValid = isValidMessage(name, input);
      if (isValid) valid += 1;
      expect([outcome, doorway.reached() - before]).toEqual(isValid ? ['done', 1] : ['refused', 0]);
    }),
    { numRuns: count, seed: 6, endOnFailure: true },
  );
  // Else nothing would be proved about what is accepted.
  expect(valid).toBeGreaterThan(count / 100);
}, 3_600_000);
