import { dirname, join } from 'node:path';
import { app, ipcMain, session } from 'electron';
import { initialState } from '#contract/state.ts';
import { diagnosticsOf } from './cli/diagnostics.ts';
import type { ProgramWords } from './cli/programWords.ts';
import { systemClock as clock } from './clock.ts';
import { currentProblem } from './commands/copyReport.ts';
import { createFarewell } from './commands/farewell.ts';
import { createApp } from './commands/handlers.ts';
import { inBackground } from './commands/inBackground.ts';
import { createOpenConfig } from './commands/openConfig.ts';
import { configTemplate, isLoopback } from './config.ts';
import { loadConfiguration } from './configuration.ts';
import { readAbout } from './desktop/about.ts';
import { serveAppScheme } from './desktop/appScheme.ts';
import { startBeat } from './desktop/beat.ts';
import { createDesktop } from './desktop/desktop.ts';
import type { Folders } from './desktop/folders.ts';
import { hardenPages, hardenSession } from './desktop/hardening.ts';
import { createLoginItem } from './desktop/loginItem.ts';
import { createNetFetch } from './desktop/netFetch.ts';
import { createOpenBrowser } from './desktop/openBrowser.ts';
import type { OtherStarts } from './desktop/otherStarts.ts';
import { createPopup } from './desktop/popup.ts';
import { createSecretBox } from './desktop/secretBox.ts';
import { createSettingsWindow } from './desktop/settingsWindow.ts';
import { isQuiet, startOf } from './desktop/startOf.ts';
import { readSystemSpeech } from './desktop/systemSpeech.ts';
import type { TrayIcon } from './desktop/trayIcon.ts';
import { createUpdater } from './desktop/updater.ts';
import { watchLock } from './desktop/watchLock.ts';
import { watchQuit } from './desktop/watchQuit.ts';
import { outliveFaults } from './faults.ts';
import { hearCommandLine } from './hearCommandLine.ts';
import { hearDesktop } from './hearDesktop.ts';
import { serve } from './ipc/serve.ts';
import { createLog } from './log.ts';
import { createMemory } from './memory.ts';
import type { Log } from './ports.ts';
import { looksWorth } from './schedule/looks.ts';
import { nextLook } from './schedule/nextLook.ts';
import { placeOf } from './schedule/place.ts';
import { createServices } from './services.ts';
import { openAtLoginRead } from './state/automationTransitions.ts';
import { keysRecorded } from './state/settingsTransitions.ts';
import { createStore } from './state/store.ts';
import { noticed } from './state/transitions.ts';
import { updaterKnown } from './state/updateTransitions.ts';
import { createAutomationFile } from './storage/automationFile.ts';
import { createSecretFile } from './storage/secretFile.ts';
import { createSettingsFile } from './storage/settingsFile.ts';
import { showTray } from './tray/showTray.ts';
import type { TrayPort } from './tray/trayPort.ts';
import { trayView } from './tray/trayView.ts';
import { createVoice } from './voice.ts';
import { openWaysIn } from './waysIn.ts';

/** What stands before the rest is loaded. */
export interface StartParts {
  readonly folders: Folders;
  readonly tray: TrayIcon;
  readonly otherStarts: OtherStarts;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How this program was started. */
  readonly started: ProgramWords;
}

/** Until then what a click asks of Microsoft is on its way, and nobody can have opened a menu. Units: milliseconds. */
const menuDelay = 50;
/** Before a page draws what a click changes, its request is made: both at once would share the processor. Units: milliseconds. */
const drawDelay = 20;

/** Builds every part by hand, from top to bottom, and then starts what is to run. */
export async function startPresently({ folders, tray, otherStarts, environment, started }: StartParts): Promise<void> {
  const isDemo = started.words.includes('--demo');
  const isPrinted = environment['PRESENTLY_LOG'] === 'stdout';
  const log = createLog({ folder: folders.logs, isPrinted, print: (line) => process.stdout.write(`${line}\n`) });
  hardenPages(log);
  const store = createStore(initialState);
  outliveFaults(log, () => store.apply(noticed, { kind: 'ownFault' }));
  const config = await loadConfiguration({ folders, environment, log }, store);
  const words = await createVoice(store, readSystemSpeech(environment), log);
  const settingsFile = createSettingsFile(folders.config, log);
  const memory = createMemory({
    ...{ store, clock, log },
    desiredPath: folders.desired,
    verdictsPath: folders.verdicts,
    cloud: new URL(config.graphUrl).origin,
    appVersion: app.getVersion(),
  });
  const pages = session.fromPartition('pages', { cache: false });
  const lock = watchLock(environment['XDG_SESSION_ID'] ?? '', clock);
  const page = { preload: join(app.getAppPath(), 'out/main/preload.cjs'), session: pages, clock, log };
  const popup = createPopup({
    ...page,
    isWindow: () => !store.get().hasTray,
    staysOpen: () => store.get().session.status === 'signingIn',
    isFreed: () => store.get().settings.freeMemory,
  });
  const settingsWindow = createSettingsWindow({
    ...page,
    title: () => words.say('settings.title'),
    onPageGone: () => store.apply(keysRecorded, false),
  });
  const serviceFor = createServices({
    config,
    clock,
    log,
    words,
    fetch: createNetFetch(),
    looks: () => looksWorth(store.get(), { isPopupOpen: popup.isOpen(), isLocked: lock.isLocked() }),
    openBrowser: createOpenBrowser(config.authority),
    tokenStore: createSecretFile({
      path: folders.tokenCache,
      box: createSecretBox({ currentDesktop: environment['XDG_CURRENT_DESKTOP'] ?? '', log }),
      log,
    }),
  });
  const desktop = createDesktop(popup, settingsWindow, tray.bounds);
  const loginItem = createLoginItem({ program: started.program, environment, log });
  const updater = createUpdater({ program: started.program, environment, log });
  store.apply(updaterKnown, updater.by);
  const facts = { ...readAbout(environment), graph: new URL(config.graphUrl).host };
  const diagnostics = () => diagnosticsOf(store.get(), facts, currentProblem(store.get()));
  const presently = createApp({
    store,
    serviceFor,
    clock,
    log,
    words,
    desktop,
    diagnostics,
    settingsFile,
    openConfig: createOpenConfig(folders.config, configTemplate(), desktop, log),
    random: Math.random,
    place: () => placeOf(store.get().speech.formats),
    surroundings: { isPopupOpen: popup.isOpen, isLocked: lock.isLocked },
    automationFile: createAutomationFile(folders.automation, log),
    ...{ loginItem, updater },
    start: startOf(started.words, environment, clock.now()),
    ...{ recall: memory.recall, saved: memory.saved, forget: memory.forget },
  });
  const { handlers, restoreSession } = presently;
  const followTime = showTray({
    tray: logged(tray, log),
    view: (state) => trayView(words, state, clock.now()),
    store,
    later: (work) => setTimeout(work, menuDelay),
  });
  await hardenSession(pages);
  serveAppScheme(pages, join(app.getAppPath(), 'out/renderer'));
  const windows = () => [popup.current(), settingsWindow.current()].filter((window) => window !== null);
  serve({ ipc: ipcMain, windows, handlers, store, clock, log, later: (work) => setTimeout(work, drawDelay) });
  const farewell = createFarewell({
    ...{ store, clock, files: [memory, settingsFile, presently.leaving] },
    endChoice: () => handlers.endChoice(undefined),
    obeyRule: () => presently.hear('quit'),
  });
  watchQuit({ farewell, popup, onHurry: updater.hurry, log });
  const startedAt = clock.now();
  const rest = () => nextLook(store.get(), { now: clock.now(), startedAt, isPopupOpen: popup.isOpen() });
  const beat = startBeat(rest, log);
  beat.on(followTime);
  hearDesktop({
    ...{ ...presently, store, clock, log, beat, tray, otherStarts, popup, desktop, environment, lock },
    // A Graph on this computer needs no network.
    needsNetwork: !isLoopback(config.graphUrl),
    isHidden: isQuiet(started.words),
  });
  inBackground(
    log,
    'loginItem',
    loginItem.repair().then(async () => store.apply(openAtLoginRead, await loginItem.read())),
  );
  hearCommandLine({ store, handlers, words, clock, log, dataFolder: dirname(folders.desired), diagnostics });
  openWaysIn({
    ...{ store, handlers, words, clock, log, beat, environment },
    program: started.program,
    isPopupSeen: popup.isSeen,
  });
  await (isDemo ? handlers.startDemo(undefined) : restoreSession());
}

/** The icon as the log tells of it, for whoever watches from outside. */
function logged(tray: TrayIcon, log: Log): TrayPort {
  return {
    ...tray,
    setGlyph: (glyph) => {
      tray.setGlyph(glyph);
      log.info('tray', { icon: glyph });
    },
  };
}
