import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Starts programs that never outlive us.
 * @typedef {object} Keeper
 * @property {(command: string, parameters: string[], options: import('node:child_process').SpawnOptions) => import('node:child_process').ChildProcess} start
 * @property {() => Promise<void>} stop ends the programs, the last one first, each with all it started
 */

/** Reads process groups until we are gone, however that happened, and then ends those that are left. */
const watch = 'set --; while read -r group; do set -- "$@" "-$group"; done; [ $# = 0 ] || kill -s KILL -- "$@" 2>&-';
const politeMilliseconds = 1500;

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  if (child.pid === undefined || hasEnded(child)) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await Promise.race([ended, wait(politeMilliseconds, undefined, { ref: false })]);
}

/** @returns {Keeper} */
export function createKeeper() {
  const watcher = spawn('/bin/sh', ['-c', watch], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watcher.unref();
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  return {
    start(command, parameters, options) {
      const child = spawn(command, parameters, { ...options, detached: true });
      // A program that is not there has no pid; its 'error' comes to whoever waits for it to be ready.
      child.on('error', (error) => console.error(`${command}: ${error.message}`));
      if (child.pid !== undefined) watcher.stdin.write(`${child.pid}\n`);
      children.unshift(child);
      return child;
    },
    async stop() {
      for (const child of children) await end(child);
      if (hasEnded(watcher)) return;
      watcher.ref();
      const ended = once(watcher, 'exit');
      watcher.stdin.end();
      await ended;
    },
  };
}
