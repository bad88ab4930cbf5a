/** A start of this program while it runs: its command line, and what it handed over with its request for the lock. */
export interface OtherStart {
  readonly words: readonly string[];
  readonly handed: unknown;
}

/** The starts that come while this one runs. */
export interface OtherStarts {
  /** Calls the listener for each, and first for those that came before there was one. */
  listen(listener: (start: OtherStart) => void): void;
}

/** The part of Electron's app that tells of them. */
interface Tells {
  on(
    event: 'second-instance',
    listener: (event: unknown, words: string[], folder: string, handed: unknown) => void,
  ): void;
}

/**
 * Keeps what other starts ask for from the moment on that they end for the sake of this one, which is long before it can
 * do anything about it: somebody who clicks twice would have asked for nothing.
 */
export function keepOtherStarts(app: Tells): OtherStarts {
  const early: OtherStart[] = [];
  let hear = (start: OtherStart): void => void early.push(start);
  app.on('second-instance', (_event, words, _folder, handed) => hear({ words, handed }));
  return {
    listen(listener) {
      hear = listener;
      for (const start of early.splice(0)) listener(start);
    },
  };
}
