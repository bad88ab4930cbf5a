import { app } from 'electron';
import { sayCommandLine } from '#contract/commandLine.ts';
import type { Command, CommandHandlers } from '#contract/commands.ts';
import type { Instant } from '#contract/instant.ts';
import type { Shortcut } from '#contract/settings.ts';
import type { AppState } from '#contract/state.ts';
import type { Words } from '#contract/words.ts';
import type { ProgramWords } from './cli/programWords.ts';
import { inBackground } from './commands/inBackground.ts';
import { endingNews, newsOf } from './commands/news.ts';
import type { Beat } from './desktop/beat.ts';
import { createGlobalShortcuts, hasGlobalShortcuts } from './desktop/globalShortcuts.ts';
import { createMenuBar } from './desktop/menuBar.ts';
import { createNotifier } from './desktop/notifier.ts';
import { createQuickMenus } from './desktop/quickMenus.ts';
import { type Performance, perform, performCommand } from './ipc/perform.ts';
import type { Clock, Log } from './ports.ts';
import { aboutKnown } from './state/settingsTransitions.ts';
import type { Store } from './state/store.ts';

export interface WaysInParts {
  readonly store: Store;
  readonly handlers: CommandHandlers;
  readonly words: Words;
  readonly clock: Clock;
  readonly log: Log;
  readonly beat: Beat;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How this program is started again. */
  readonly program: ProgramWords['program'];
  readonly isPopupSeen: () => boolean;
}

/** As in build/electron-builder.yml. */
const appId = 'io.github.presently.Presently';

const noKeys: readonly Shortcut[] = [];

/** Keys that are recorded are for the page that records them. */
function wantedKeys({ isRecordingKeys, settings }: AppState): readonly Shortcut[] {
  return isRecordingKeys ? noKeys : settings.shortcuts;
}

/** Opens the ways in beside popup and tray: keys, the desktop's own menus, and what is told with buttons on it. */
export function openWaysIn({
  store,
  handlers,
  words,
  clock,
  log,
  beat,
  program,
  environment,
  isPopupSeen,
}: WaysInParts): void {
  // Windows shows toasts and jump lists only of a program that it knows by the name of its shortcut.
  app.setAppUserModelId(appId);
  const hasShortcuts = hasGlobalShortcuts(process.platform, environment['XDG_SESSION_TYPE']);

  function logRefusal(refusal: Performance): void {
    if (refusal !== null) log.info('action.refused', { reason: refusal.reason });
  }
  function act(id: string): void {
    inBackground(log, 'action', perform(handlers, store.get(), id).then(logRefusal));
  }
  function carryOut(way: string): (command: Command) => void {
    return (command) => inBackground(log, way, performCommand(handlers, store.get(), command).then(logRefusal));
  }
  const notify = createNotifier(carryOut('notification'), ({ isOver }) => isOver?.(store.get()) === true);

  const shortcuts = createGlobalShortcuts(act, log);
  let used = noKeys;
  function takeKeys(wanted: readonly Shortcut[]): void {
    used = wanted;
    const refusedShortcuts = hasShortcuts ? shortcuts.use(wanted) : [];
    // While they are recorded, nothing new is known of the others.
    if (wanted !== noKeys) store.apply(aboutKnown, { refusedShortcuts });
  }

  store.apply(aboutKnown, {
    version: app.getVersion(),
    platform: process.platform,
    program: sayCommandLine(program),
    hasShortcuts,
  });
  takeKeys(wantedKeys(store.get()));
  const showQuickMenus = createQuickMenus(words, program, act);
  showQuickMenus(store.get());
  const showMenuBar = createMenuBar(words, carryOut('menuBar'));
  showMenuBar(store.get());

  let before = store.get();
  store.watch((state) => {
    const news = isPopupSeen() ? null : newsOf(words, before, state);
    before = state;
    if (news !== null) notify(news);
    showQuickMenus(state);
    showMenuBar(state);
    const wanted = wantedKeys(state);
    if (wanted !== used) takeKeys(wanted);
  });

  let told: Instant | null = null;
  beat.on(() => {
    const state = store.get();
    const news = isPopupSeen() ? null : endingNews(words, state, clock.now(), told);
    if (news === null) return;
    told = state.chosen?.ending?.at ?? null;
    notify(news);
  });
}
