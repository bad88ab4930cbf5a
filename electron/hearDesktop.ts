import { app } from 'electron';
import { toEpoch } from '#contract/instant.ts';
import type { AppState } from '#contract/state.ts';
import type { App } from './commands/app.ts';
import { isSignInLocked } from './commands/awaitKeyring.ts';
import { inBackground } from './commands/inBackground.ts';
import type { Beat } from './desktop/beat.ts';
import { clickedAt } from './desktop/desktop.ts';
import type { Lock } from './desktop/lock.ts';
import type { OtherStarts } from './desktop/otherStarts.ts';
import type { PopupWindow } from './desktop/popup.ts';
import { isLogin, isQuiet, sessionIn } from './desktop/startOf.ts';
import { watchTrayHost } from './desktop/trayHost.ts';
import type { TrayIcon } from './desktop/trayIcon.ts';
import { watchConnection } from './desktop/watchConnection.ts';
import { type DeskEvent, watchDesk } from './desktop/watchDesk.ts';
import { type Performance, performCommand } from './ipc/perform.ts';
import type { Clock, Desktop, Log } from './ports.ts';
import { idleTold } from './state/automationTransitions.ts';
import type { Store } from './state/store.ts';
import { connectionChanged, trayHostSeen } from './state/transitions.ts';

/** The popup's renderer would delay the icon if it started beside it. Units: milliseconds. */
const popupDelay = 1_000;
/** A click on the icon asks again unless the answer is as fresh as this. Units: milliseconds. */
const freshFor = 15_000;
/**
 * By then the popup is painted, also one that is made at the click. This process has a part in that, and asking at once
 * would hold it up. Units: milliseconds.
 */
const paintingTime = { ready: 150, made: 500 };

export interface HearDesktopParts extends App {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly beat: Beat;
  readonly tray: TrayIcon;
  readonly otherStarts: OtherStarts;
  readonly popup: PopupWindow;
  readonly desktop: Desktop;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly lock: Lock;
  readonly needsNetwork: boolean;
  /** Started to stay in the tray, also where none is there yet. */
  readonly isHidden: boolean;
}

/** From here on the app hears what happens around it: clicks on the icon, other starts, the network, a wake, the time. */
export function hearDesktop(parts: HearDesktopParts): void {
  const { store, clock, log, beat, tray, popup, desktop, environment, handlers, restoreSession, catchUp, upkeep } =
    parts;

  function logRefusal(refusal: Performance): void {
    if (refusal !== null) log.warn('menu.refused', { ...refusal });
  }

  function isFresh({ presence }: AppState): boolean {
    return presence !== null && clock.now() - toEpoch(presence.at) < freshFor;
  }

  async function refreshOncePainted(): Promise<void> {
    await clock.wait(popup.isOpen() ? paintingTime.ready : paintingTime.made);
    await handlers.refreshPresence(undefined);
  }

  tray.listen({
    onClick: () => {
      popup.toggle(clickedAt(tray.bounds()));
      // The keyring may have been opened since.
      if (isSignInLocked(store.get())) inBackground(log, 'restore', restoreSession());
      else if (!isFresh(store.get())) inBackground(log, 'refresh', refreshOncePainted());
    },
    // Its second press has taken the focus from what the first one opened, which would close a moment later.
    onDoubleClick: desktop.showPopup,
    onCommand: (command) => inBackground(log, 'menu', performCommand(handlers, store.get(), command).then(logRefusal)),
  });
  parts.otherStarts.listen(({ words, handed }) => {
    if (isLogin(words)) inBackground(log, 'login', parts.logIn(sessionIn(handed)));
    // A start at login that comes twice is no wish to see anything.
    if (isQuiet(words)) return;
    desktop.showPopup();
    if (words.includes('--demo') && !store.get().isDemo) inBackground(log, 'demo', handlers.startDemo(undefined));
  });
  // A Mac starts no second one.
  app.on('activate', (_event, hasVisibleWindows) => {
    if (!hasVisibleWindows) desktop.showPopup();
  });
  let hasNetwork = true;
  /** The demo has its Microsoft 365 with it. */
  function tellConnection(): void {
    store.apply(connectionChanged, hasNetwork || !parts.needsNetwork || store.get().isDemo);
  }
  watchConnection({
    beat,
    onChange: (isOnline) => {
      hasNetwork = isOnline;
      tellConnection();
      if (isOnline) inBackground(log, 'online', catchUp());
    },
    onWake: () =>
      inBackground(
        log,
        'wake',
        // A network that is not up yet keeps no rule from acting.
        catchUp().finally(() => parts.hear('wake')),
      ),
  });
  const hear = (event: DeskEvent) => inBackground(log, event, parts.hear(event));
  const canTellIdle = watchDesk({
    ...{ beat, hear, lock: parts.lock, environment },
    idleMinutes: () => idleMinutes(store.get()),
  });
  parts.lock.listen(wantsLock(store.get()));
  let isFreed = store.get().settings.freeMemory;
  store.watch((state) => {
    tellConnection();
    parts.lock.listen(wantsLock(state));
    if (state.settings.freeMemory && !isFreed) popup.free();
    isFreed = state.settings.freeMemory;
  });
  store.apply(idleTold, canTellIdle);
  beat.on(() => inBackground(log, 'upkeep', upkeep()));
  setTimeout(popup.prepare, popupDelay);
  const { DISPLAY: display, XAUTHORITY: xAuthority } = environment;
  const onTrayHost = (hasTray: boolean) => {
    store.apply(trayHostSeen, hasTray);
    if (hasTray) tray.renew();
    popup.renew();
    if (!hasTray && !parts.isHidden) desktop.showPopup();
  };
  inBackground(log, 'trayHost', watchTrayHost({ platform: process.platform, display, xAuthority }, onTrayHost, log));
}

function wantsLock({ settings }: AppState): boolean {
  const { lockRule, unlockRule, sleepRule, idleRule, stopVisibleOnLock } = settings;
  const isRestored = unlockRule === 'restore' && (sleepRule !== 'keep' || idleRule !== 'keep');
  return lockRule !== 'keep' || typeof unlockRule === 'object' || isRestored || stopVisibleOnLock;
}

/** A rule that keeps everything needs no look at the clock of the last touch. */
function idleMinutes({ settings }: AppState): number | null {
  return settings.idleRule === 'keep' ? null : settings.idleMinutes;
}
