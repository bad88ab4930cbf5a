import type { Log } from './ports.ts';

/**
 * Outlives our own bugs: what nobody caught is logged, told once, and ends nothing. Without this Electron would show its
 * own dialogue with a stack, and wait.
 */
export function outliveFaults(log: Log, tell: () => void): void {
  const onFault = (error: unknown) => {
    log.error('unhandled', error);
    tell();
  };
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);
}
