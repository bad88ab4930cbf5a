import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Desktop } from '../../build/desktop.mjs';
import { until } from '../../build/until.mjs';

const script = fileURLToPath(new URL('notifications.py', import.meta.url));

interface Told {
  readonly title: string;
  readonly body: string;
}

/** What shows programs' notifications to the user. */
export interface Notifications {
  /** All that were shown, in order. */
  readonly told: readonly Told[];
  /** Clicks on the newest. */
  click(): void;
}

/** Starts one on the desktop's bus; the desktop ends it. */
export async function startNotifications(desktop: Desktop): Promise<Notifications> {
  const child = desktop.start('/usr/bin/python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('The notifications have no input or output.');
  const told: Told[] = [];
  let isReady = false;
  createInterface({ input: stdout }).on('line', (line) => {
    if (line === 'ready') isReady = true;
    else told.push(JSON.parse(line));
  });
  await until('the notifications', () => isReady);
  return { told, click: () => void stdin.write('press default\n') };
}
