import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Clock } from '../ports.ts';

export interface LockSignals {
  /** Listens from now on, or no more. */
  listen(isWanted: boolean): void;
}

export interface LockSignalParts {
  /** The login that is ours, as the login manager counts; empty where it is not told. */
  readonly session: string;
  readonly clock: Pick<Clock, 'wait'>;
  readonly onChange: (isLocked: boolean) => void;
}

/** Before it is heard again, longer each time that nothing was. Units: milliseconds. */
const pauses = { first: 1_000, longest: 5 * 60_000 };

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
 * it there. Where the tool is missing nothing is heard; where it ends, because the bus did, it is started again.
 */
export function createLockSignals({ session, clock, onChange }: LockSignalParts): LockSignals {
  let hearing: AbortController | null = null;

  async function hear(bus: keyof typeof rules, { signal }: AbortController): Promise<void> {
    let pause = pauses.first;
    for (;;) {
      const end = await run(bus, signal);
      if (end === 'impossible' || signal.aborted) return;
      if (end === 'heard') pause = pauses.first;
      await clock.wait(pause);
      if (signal.aborted) return;
      pause = Math.min(pause * 2, pauses.longest);
    }
  }

  /** Resolves when the tool has ended: after it was heard, without a word, or since it could not even start. */
  function run(bus: keyof typeof rules, signal: AbortSignal): Promise<'heard' | 'mute' | 'impossible'> {
    return new Promise((resolve) => {
      const child = spawn('dbus-monitor', [bus, ...rules[bus]], { stdio: ['ignore', 'pipe', 'ignore'], signal });
      let isHeard = false;
      const read = createReader(session, onChange);
      createInterface({ input: child.stdout }).on('line', (line) => {
        isHeard = true;
        if (!signal.aborted) read(line);
      });
      child.on('error', () => resolve('impossible'));
      child.on('exit', () => resolve(isHeard ? 'heard' : 'mute'));
    });
  }

  function stop(): void {
    hearing?.abort();
    hearing = null;
  }

  process.on('exit', stop);
  return {
    listen(isWanted) {
      if (isWanted === (hearing !== null)) return;
      stop();
      if (!isWanted) return;
      hearing = new AbortController();
      void hear('--session', hearing);
      void hear('--system', hearing);
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
