import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface LockSignals {
  /** Listens from now on, or no more. */
  listen(isWanted: boolean): void;
}

export interface LockSignalParts {
  /** The login that is ours, as the login manager counts; empty where it is not told. */
  readonly session: string;
  readonly onChange: (isLocked: boolean) => void;
}

/** Screen savers of all desktops say it on the session's bus; the login manager says it on the system's. */
const rules = {
  '--session': ["type='signal',member='ActiveChanged'"],
  '--system': [
    "type='signal',interface='org.freedesktop.login1.Session'",
    "type='signal',interface='org.freedesktop.DBus.Properties',arg0='org.freedesktop.login1.Session'",
  ],
} as const;

/**
 * Hears from a Linux desktop whether the screen is locked, through the bus's usual tool, because Electron does not tell
 * it there. Where the tool is missing nothing is heard.
 */
export function createLockSignals({ session, onChange }: LockSignalParts): LockSignals {
  let running: readonly ChildProcess[] = [];

  function start(bus: keyof typeof rules): ChildProcess {
    const child = spawn('dbus-monitor', [bus, ...rules[bus]], { stdio: ['ignore', 'pipe', 'ignore'] });
    child.on('error', () => {});
    const read = createReader(session, onChange);
    if (child.stdout !== null) createInterface({ input: child.stdout }).on('line', read);
    return child;
  }

  function stop(): void {
    for (const child of running) child.kill();
  }

  process.on('exit', stop);
  return {
    listen(isWanted) {
      if (isWanted === running.length > 0) return;
      stop();
      running = isWanted ? [start('--session'), start('--system')] : [];
    },
  };
}

/** Makes the reading of what the tool prints: a line with the signal, and its values in the lines after it. */
export function createReader(session: string, onChange: (isLocked: boolean) => void): (line: string) => void {
  const ownPath = session === '' ? null : `path=/org/freedesktop/login1/session/${labelOf(session)};`;
  let waitsFor: 'value' | 'hint' | null = null;

  return (line) => {
    if (/^(signal|method|error)/.test(line)) {
      const isOurs = ownPath === null || !line.includes('/org/freedesktop/login1/') || line.includes(ownPath);
      const member = isOurs ? /interface=([\w.]+); member=(\w+)/.exec(line) : null;
      waitsFor = null;
      if (member?.[1]?.endsWith('.ScreenSaver')) waitsFor = 'value';
      else if (member?.[2] === 'PropertiesChanged') waitsFor = 'hint';
      else if (member?.[1] === 'org.freedesktop.login1.Session') tellBy(member[2] ?? '', onChange);
      return;
    }
    if (waitsFor === 'hint' && line.includes('"LockedHint"')) waitsFor = 'value';
    const value = waitsFor === 'value' ? /\bboolean (true|false)$/.exec(line)?.[1] : undefined;
    if (value === undefined) return;
    waitsFor = null;
    onChange(value === 'true');
  };
}

function tellBy(member: string, onChange: (isLocked: boolean) => void): void {
  if (member === 'Lock') onChange(true);
  if (member === 'Unlock') onChange(false);
}

/** As the login manager writes a name in a path: letters as they are, a digit in front and all others by number. */
function labelOf(session: string): string {
  const code = (letter: string) => `_${letter.charCodeAt(0).toString(16)}`;
  return session.replace(/^\d|[^A-Za-z0-9]/g, code);
}
