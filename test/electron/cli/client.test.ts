import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ask } from '../../../electron/cli/client.ts';

/** Somebody who takes every connection, and does with it what is told. */
async function listenerThat(meets: (socket: Socket) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'presently-client-'));
  const address = join(folder, 'socket');
  const server = createServer(meets);
  await new Promise<void>((resolve) => server.listen(address, resolve));
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  return { folder, address };
}

it.each([
  ['says nothing', () => {}, 'silent'],
  ['hangs up', (socket: Socket) => socket.destroy(), 'noAnswer'],
  ['talks nonsense', (socket: Socket) => socket.end('yes'), 'noAnswer'],
] as const)('[X7] a Presently that %s is not waited for', async (_what, meets, asked) => {
  const endpoint = await listenerThat(meets);
  expect(await ask(endpoint, process.getuid?.(), { kind: 'status', isJson: true }, 100)).toBe(asked);
});
