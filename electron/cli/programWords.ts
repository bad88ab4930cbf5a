import { resolve } from 'node:path';
import { nameIn, optionNames } from './options.ts';

/** A command line, taken apart: how this very program is started again, and what is said to it. */
export interface ProgramWords {
  readonly program: readonly [file: string, ...parameters: string[]];
  readonly words: readonly string[];
}

export interface ProgramParts {
  readonly argv: readonly string[];
  /** The folder of a development copy, which Electron is told on its command line; null in a packaged app. */
  readonly developmentFolder: string | null;
  /** The file that is started instead, where the program runs out of one that is unpacked for each run. */
  readonly image: string | undefined;
}

/** With it the installer on Windows starts a newer version, once. */
const byInstaller = 'updated';

/** Takes the command line apart. Chromium's own switches stay with the program; of a development copy Electron's do too. */
export function programWords({ argv, developmentFolder, image }: ProgramParts): ProgramWords {
  const [file = '', ...rest] = argv;
  if (developmentFolder !== null) {
    const at = rest.findIndex((word) => resolve(word) === developmentFolder);
    return { program: [file, ...rest.slice(0, at + 1)], words: at < 0 ? [] : rest.slice(at + 1) };
  }
  const isChromiums = (word: string) => {
    const name = nameIn(word);
    return name !== null && name !== byInstaller && optionNames.every((ours) => ours !== name);
  };
  return { program: [image ?? file, ...rest.filter(isChromiums)], words: rest };
}
