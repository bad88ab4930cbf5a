import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync } from 'node:fs';
import { devNull } from 'node:os';

/** Starts a program that lives on by itself, with nothing of this one's in its hands. */
export function startProgram(file: string, parameters: readonly string[]): ChildProcess {
  const nothing = openSync(devNull, 'r+');
  try {
    const child = spawn(file, parameters, { detached: true, stdio: stdio(nothing) });
    child.unref();
    return child;
  } finally {
    closeSync(nothing);
  }
}

/**
 * Chromium on Linux leaves its connections to its helper processes open to whatever is started, and those helpers, with
 * the shell's output in their hands, would live as long as that does. So each descriptor is replaced by one of nothing.
 */
function stdio(nothing: number): StdioOptions {
  if (process.platform !== 'linux') return 'ignore';
  const open = readdirSync('/proc/self/fd').map(Number);
  return Array.from({ length: Math.max(2, ...open) + 1 }, () => nothing);
}
