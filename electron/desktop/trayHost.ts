import type { Log } from '../ports.ts';
import { callSessionBus } from './sessionBus.ts';
import { hasXembedTray } from './xembedTray.ts';

/** What of the environment tells where a tray may live. */
export interface TrayEnvironment {
  readonly platform: NodeJS.Platform;
  readonly display: string | undefined;
  readonly xAuthority: string | undefined;
}

/**
 * Whether this desktop shows tray icons: always on Windows and macOS; on Linux when a StatusNotifier host has
 * registered on the session bus, or the older kind of tray owns its selection on the X display.
 */
export async function hasTrayHost({ platform, display, xAuthority }: TrayEnvironment, log: Log): Promise<boolean> {
  if (platform !== 'linux') return true;
  if (await hasStatusNotifierHost()) return true;
  if (display === undefined) return false;
  try {
    return await hasXembedTray(display, xAuthority);
  } catch (cause) {
    log.warn('tray.unknownHost', { cause: String(cause) });
    return false;
  }
}

async function hasStatusNotifierHost(): Promise<boolean> {
  const watcher = 'org.kde.StatusNotifierWatcher';
  const answer = await callSessionBus({
    destination: watcher,
    path: '/StatusNotifierWatcher',
    method: 'org.freedesktop.DBus.Properties.Get',
    strings: [watcher, 'IsStatusNotifierHostRegistered'],
  });
  return answer !== null && /\btrue\b/.test(answer);
}

/** How often a desktop without a tray is asked again. Units: milliseconds. */
const askAgainEvery = 10_000;

/** Tells whether there is a tray, now and when that changes; a desktop with one is not asked again. */
export async function watchTrayHost(
  environment: TrayEnvironment,
  onChange: (hasTray: boolean) => void,
  log: Log,
): Promise<void> {
  if (await hasTrayHost(environment, log)) return;
  onChange(false);
  const timer = setInterval(async () => {
    if (!(await hasTrayHost(environment, log))) return;
    clearInterval(timer);
    onChange(true);
  }, askAgainEvery);
}
