import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app } from 'electron';
import { isAsking } from './cli/options.ts';
import { type ProgramWords, programWords } from './cli/programWords.ts';
import { appImage } from './desktop/appImage.ts';
import { declareAppScheme } from './desktop/appScheme.ts';
import { dangerExit, findDanger } from './desktop/dangers.ts';
import { chooseFolders } from './desktop/folders.ts';
import { endFrozenFirst } from './desktop/frozenFirst.ts';
import { declareConnections } from './desktop/netFetch.ts';
import { createTrayIcon } from './desktop/trayIcon.ts';

// Only what an icon needs is loaded here; the house itself follows when the icon stands.

/** The desktop draws the icon in a dialogue with this process, which loading would hold up. Units: milliseconds. */
const drawingTime = 40;

async function main(): Promise<void> {
  // Whoever runs the sources may do anything with them; what is packaged is this app and nothing else.
  const danger = app.isPackaged ? findDanger((name) => app.commandLine.hasSwitch(name), process.env) : null;
  if (danger !== null) {
    process.stderr.write(`Presently does not start with ${danger}, which would open it to other programs.\n`);
    app.exit(dangerExit);
    return;
  }
  const folders = chooseFolders(process.env['PRESENTLY_DATA_DIR']);
  const started = programWords({
    argv: process.argv,
    developmentFolder: process.defaultApp ? app.getAppPath() : null,
    image: appImage(process.env),
  });
  if (isAsking(started.words)) {
    await askRunning(started);
    return;
  }
  declareAppScheme();
  declareConnections();
  // Root can have no sandbox, and says so by this switch; insisting on one would crash every helper process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  const ended = await endFrozenFirst(app.getPath('userData'));
  if (ended !== null) process.stderr.write(`The Presently that ran (process ${ended}) did not answer and was ended.\n`);
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.on('window-all-closed', () => {});
  await app.whenReady();
  const tray = createTrayIcon(join(app.getAppPath(), 'assets/tray'), 'unknown');
  await wait(drawingTime);
  const { startPresently } = await import('./presently.ts');
  await startPresently({ folders, tray, environment: process.env, started });
}

/** A command line is carried out by the Presently that runs; this process ends with its exit code. */
async function askRunning({ words, program }: ProgramWords): Promise<void> {
  const { runCommandLine } = await import('./cli/runCommandLine.ts');
  const code = await runCommandLine({
    ...{ words, program, dataFolder: app.getPath('userData'), version: app.getVersion(), locale: 'en' },
    print: (text) => void process.stdout.write(`${text}\n`),
    printError: (text) => void process.stderr.write(`${text}\n`),
  });
  app.exit(code);
}

main().catch((error: unknown) => {
  process.stderr.write(`Presently could not start: ${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(1);
});
