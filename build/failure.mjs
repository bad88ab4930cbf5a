import process from 'node:process';

/** Lets a script end as one that failed, once it has nothing more to do. */
export function endAsFailed() {
  // At the very end: electron-builder ends whatever used it as a success, and `process.exitCode` with it.
  process.once('exit', () => {
    process.exitCode = 1;
  });
}

/** @param {unknown} error of which the person at the terminal is told the message */
export function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  endAsFailed();
}
