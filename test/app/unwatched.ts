import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Desktop } from '../../build/desktop.mjs';
import { resolveElectron } from '../../build/electron-runtime.mjs';
import { isRoot } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { dataFolder } from '../desktop/launch.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const askPage = fileURLToPath(new URL('../desktop/askPage.cjs', import.meta.url));

/** What the page answered, and where its window was. */
export interface Answer {
  readonly value: unknown;
  readonly isShown: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The app without a debugger beside it, since with one Chromium takes every endless loop for a breakpoint. */
export interface UnwatchedApp {
  /** How often it has logged this event. */
  count(event: string): number;
  /** Runs a script in the popup's page, and does not wait for what it comes to. */
  run(script: string): void;
  /** Asks until the page's answer is as wanted. */
  untilPage(what: string, script: string, isWanted: (answer: Answer) => boolean): Promise<Answer>;
}

/** Starts the demo on a desktop, which ends it. */
export function launchUnwatched(desktop: Desktop): UnwatchedApp {
  const parameters = ['-r', askPage, root, '--demo', ...(isRoot() ? ['--no-sandbox'] : [])];
  const own = { PRESENTLY_LOG: 'stdout', PRESENTLY_DATA_DIR: dataFolder(desktop) };
  const { stdin, stdout } = desktop.start(resolveElectron({ isQuiet: true }).exe, parameters, {
    cwd: root,
    env: { ...desktop.env, ...own },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if (stdin === null || stdout === null) throw new Error('The app has no input or output.');
  const lines: string[] = [];
  createInterface({ input: stdout }).on('line', (line) => lines.push(line));
  const run = (script: string) => void stdin.write(`${script}\n`);
  return {
    count: (event) => lines.filter((line) => line.startsWith(`{"event":"${event}"`)).length,
    run,
    untilPage(what, script, isWanted) {
      const from = lines.length;
      const ask = (): Answer | undefined => {
        run(script);
        const answers = lines.slice(from).filter((line) => line.startsWith('{"event":"answer"'));
        return answers.map((line): Answer => JSON.parse(line)).find(isWanted);
      };
      return until(what, ask, { pause: 100 });
    },
  };
}
