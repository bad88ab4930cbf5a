import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { Words } from '#contract/words.ts';
import { isAsking } from './cli/options.ts';
import { type ProgramWords, programWords } from './cli/programWords.ts';
import { systemClock } from './clock.ts';
import { appImage } from './desktop/appImage.ts';
import { declareAppScheme } from './desktop/appScheme.ts';
import { dangerExit, findDanger } from './desktop/dangers.ts';
import { chooseFolders, type Folders } from './desktop/folders.ts';
import { endFrozenFirst } from './desktop/frozenFirst.ts';
import { declareConnections } from './desktop/netFetch.ts';
import { spareNetworkProcess } from './desktop/networkProcess.ts';
import { keepOtherStarts } from './desktop/otherStarts.ts';
import { beSmall, tidyUp } from './desktop/small.ts';
import { createTrayIcon } from './desktop/trayIcon.ts';

// Import only what the tray icon needs; everything else is loaded once the icon is visible.

/** The desktop draws the icon in a dialogue with this process, which loading would hold up. Units: milliseconds. */
const drawingTime = 40;
/**
 * By then the popup stands ready, what a start leaves has been let go of, and nothing is under way that a short halt
 * would be felt in. Units: milliseconds.
 */
const settlingTime = 8000;

async function main(): Promise<void> {
  // Whoever runs the sources may do anything with them; what is packaged is this app and nothing else.
  const danger = app.isPackaged ? findDanger((name) => app.commandLine.hasSwitch(name), process.env) : null;
  if (danger !== null) {
    await refuse(danger);
    return;
  }
  beSmall();
  const folders = chooseFolders(process.env['PRESENTLY_DATA_DIR']);
  const started = programWords({
    argv: process.argv,
    developmentFolder: process.defaultApp ? app.getAppPath() : null,
    image: appImage(process.env),
  });
  if (isAsking(started.words)) {
    await askRunning(started, folders);
    return;
  }
  declareAppScheme();
  declareConnections();
  spareNetworkProcess(folders.config);
  // Root can have no sandbox, and says so by this switch; insisting on one would crash every helper process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  const ended = await endFrozenFirst(app.getPath('userData'));
  if (ended !== null) await complain(folders, 'start.frozen', { process: ended });
  // The one that runs may have been started by a script, and then learns from this one that somebody has logged in.
  if (!app.requestSingleInstanceLock({ session: process.env['XDG_SESSION_ID'] ?? '' })) {
    app.exit(0);
    return;
  }
  const otherStarts = keepOtherStarts(app);
  app.on('window-all-closed', () => {});
  await app.whenReady();
  const tray = createTrayIcon(join(app.getAppPath(), 'assets/tray'), 'unknown');
  await systemClock.wait(drawingTime);
  const { startPresently } = await import('./presently.ts');
  await startPresently({ folders, tray, otherStarts, environment: process.env, started });
  await systemClock.wait(settlingTime);
  await tidyUp(systemClock);
}

/**
 * Says why it does not start, and ends. What starts an AppImage adds the switch by itself, and nobody reads its output; nor
 * does anybody where a variable of another program's is in the way on Windows or a Mac, which have no terminal for it.
 */
async function refuse(danger: string): Promise<void> {
  const isImage = danger === '--no-sandbox' && appImage(process.env) !== undefined;
  const isUnread = process.platform !== 'linux' && !danger.startsWith('--') && !isAsking(process.argv.slice(1));
  const { wordsOfSystem } = await import('./voice.ts');
  const { say } = await wordsOfSystem(app.getPreferredSystemLanguages());
  const why = isImage ? say('start.noSandbox') : say('start.danger', { danger });
  process.stderr.write(`${why}\n`);
  if (isImage) await app.whenReady();
  if (isImage || isUnread) dialog.showErrorBox(app.getName(), why);
  app.exit(dangerExit);
}

/** A command line is carried out by the Presently that runs; this process ends with its exit code. */
async function askRunning({ words, program }: ProgramWords, folders: Folders): Promise<void> {
  const { runCommandLine } = await import('./cli/runCommandLine.ts');
  const code = await runCommandLine({
    ...{ words, program, dataFolder: app.getPath('userData'), version: app.getVersion(), say: await sayEarly(folders) },
    print: (text) => void process.stdout.write(`${text}\n`),
    printError: (text) => void process.stderr.write(`${text}\n`),
  });
  app.exit(code);
}

/** What is said before the house is there, and so in a few words that are loaded for it alone. */
async function sayEarly(folders: Folders): Promise<Words['say']> {
  const { wordsAtStart } = await import('./voice.ts');
  const { say } = await wordsAtStart(folders, process.env, app.getPreferredSystemLanguages());
  return say;
}

async function complain(folders: Folders, ...said: Parameters<Words['say']>): Promise<void> {
  const say = await sayEarly(folders);
  process.stderr.write(`${say(...said)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`Presently could not start: ${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(1);
});
