import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Desktop } from '../../build/desktop.mjs';

/** An icon as it is sent over the bus. Shape: `argb` is base64, four bytes a pixel, alpha first. */
export interface Pixmap {
  readonly width: number;
  readonly height: number;
  readonly argb: string;
}

export interface HostedItem {
  readonly id: string;
  readonly status: string;
  readonly tooltip: string;
  readonly pixmaps: readonly Pixmap[];
}

export interface HostedMenuItem {
  readonly id: number;
  readonly kind: 'standard' | 'separator';
  readonly label: string;
  readonly isEnabled: boolean;
  readonly toggle: '' | 'radio' | 'checkmark';
  readonly isChecked: boolean;
  readonly items: readonly HostedMenuItem[];
}

/** The other kind of tray, over D-Bus: shows nothing, but tells exactly what it was given. Rejects while no item is there. */
export interface SniHost {
  item(): Promise<HostedItem>;
  menu(): Promise<readonly HostedMenuItem[]>;
  choose(label: string): Promise<void>;
  /** A left click, with the pointer at that place. */
  activate(x: number, y: number): Promise<void>;
  stop(): Promise<void>;
}

interface Answer {
  readonly of?: number;
  readonly value?: unknown;
  readonly error?: string;
}

const script = fileURLToPath(new URL('sniHost.py', import.meta.url));

/** Starts the host on a desktop, which should have no other tray; an app started later finds it. */
export async function startSniHost(desktop: Desktop): Promise<SniHost> {
  const child = desktop.start('/usr/bin/python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('The tray host has no pipes.');
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const lines = createInterface({ input: stdout });
  await once(lines, 'line');
  lines.on('line', (line) => {
    const answer: Answer = JSON.parse(line);
    const asked = waiting.get(answer.of ?? 0);
    if (answer.error === undefined) asked?.resolve(answer.value);
    else asked?.reject(new Error(answer.error));
  });
  let count = 0;
  async function order(what: string, facts: object = {}): Promise<unknown> {
    const asked = settleLater();
    count += 1;
    waiting.set(count, asked);
    stdin?.write(`${JSON.stringify({ number: count, do: what, ...facts })}\n`);
    return asked.promise;
  }
  return {
    item: async () => (await order('item')) as HostedItem,
    menu: async () => (await order('menu')) as readonly HostedMenuItem[],
    choose: async (label) => void (await order('choose', { label })),
    activate: async (x, y) => void (await order('activate', { x, y })),
    stop: async () => {
      stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

function settleLater(): PromiseWithResolvers<unknown> {
  let settle: Pick<PromiseWithResolvers<unknown>, 'resolve' | 'reject'> | undefined;
  const promise = new Promise<unknown>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (settle === undefined) throw new Error('A promise starts at once.');
  return { promise, ...settle };
}
