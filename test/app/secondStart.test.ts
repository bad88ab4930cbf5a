import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import { until } from '../../build/until.mjs';
import { runCommand } from '../desktop/commandLine.ts';
import { launchPresently } from '../desktop/launch.ts';
import { trayTurns } from '../desktop/tray.ts';

const heldStart = fileURLToPath(new URL('../desktop/heldStart.cjs', import.meta.url));

let desktop: Desktop;
beforeAll(async () => {
  desktop = await startDesktop();
});
afterAll(() => desktop.stop());

it('[X7] a second start shows the popup, and the demo if it asks for that, also while the first still starts', async () => {
  const go = join(desktop.home, 'go');
  const first = await launchPresently({
    desktop,
    parameters: ['--hidden'],
    environment: { HELD_UNTIL: go },
    switches: ['-r', heldStart],
  });
  await first.waitForEvent('a start that is held up', ({ event }) => event === 'held');
  expect(await runCommand(desktop, ['--demo'])).toMatchObject({ code: 0 });
  await writeFile(go, '');
  await until('the popup', () => first.isPopupShown());
  await trayTurns(desktop, 'green');
  await first.stop();
}, 60_000);
