import { BrowserWindow, type Point, type Rectangle, type Session, screen } from 'electron';
import type { OwnWindow } from '../ipc/serve.ts';
import type { Clock, Log } from '../ports.ts';
import { popupUrl } from './appScheme.ts';
import { confined } from './confined.ts';
import { isPopupSeen } from './isPopupSeen.ts';
import { type KeptPage, keepPage } from './keepPage.ts';
import { ownWindow } from './ownWindow.ts';
import { popupBounds } from './popupBounds.ts';
import { firstHeight, popupLook, width } from './popupLook.ts';
import { tellSeen } from './tellSeen.ts';

export interface PopupParts {
  readonly preload: string;
  readonly session: Session;
  readonly clock: Clock;
  readonly log: Log;
  /** With no tray to open it from, the popup is a window like any other. */
  readonly isWindow: () => boolean;
  /** While the user is in the browser, losing the focus must not hide where they come back to. */
  readonly staysOpen: () => boolean;
  /** Whether its memory is given back while nobody looks; it then opens a moment later. */
  readonly isFreed: () => boolean;
}

export interface PopupWindow {
  /** Creates the window hidden, so that the first click only shows it. */
  prepare(): void;
  /** What a click on the icon does. The anchor is the icon, or the pointer where its place is not told. */
  toggle(anchor: Rectangle | null): void;
  show(anchor: Rectangle | null): void;
  hide(): void;
  isOpen(): boolean;
  isSeen(): boolean;
  /** Units: CSS pixels. Grows away from the bar. */
  resize(height: number): void;
  /** Gives its memory back where that is wanted now and nobody looks. */
  free(): void;
  /** The desktop got a tray, or lost it: the window is made anew as what it should be. */
  renew(): void;
  /** Lets the window close for good, because the program ends. */
  release(): void;
  /** The window as the doorway sees it; null before it exists. */
  current(): OwnWindow | null;
}

/** Explorer takes the foreground back for a moment after a click in the tray. Units: milliseconds. */
const falseBlur = 400;
/** A click on the icon arrives just after the blur it causes, and means "close". Units: milliseconds. */
const hideDelay = 300;
/** Whoever opens it again at once finds it as it was. Units: milliseconds. */
const freeDelay = 3_000;
/** A page that paints nothing is shown all the same. Units: milliseconds. */
const longestPaint = 1_500;

/** Makes the one window: hidden between uses, sandboxed, and able to do nothing but show state and send commands. */
export function createPopup({ preload, session, clock, log, isWindow, staysOpen, isFreed }: PopupParts): PopupWindow {
  let window: BrowserWindow | null = null;
  let page: KeptPage | null = null;
  /** A new window that is to be shown as soon as there is something on it. */
  let awaited: BrowserWindow | null = null;
  let anchor: Rectangle | null = null;
  /** Fixed when shown, so that growing does not move the window to where the pointer is by then. */
  let point: Point = { x: 0, y: 0 };
  let height = firstHeight;
  let [shownAt, hiddenByBlurAt] = [0, 0];
  let isReleased = false;

  /** Null once the program ends: one that came as its windows close would keep it from ending. */
  function ensure(): BrowserWindow | null {
    if (window !== null || isReleased) return window;
    const created = new BrowserWindow({
      ...popupLook(isWindow()),
      // It stands painted behind the screen, so that a click has only to show it.
      webPreferences: { preload, session, ...confined(), backgroundThrottling: false },
    });
    created.setMenuBarVisibility(false);
    created.on('blur', () => hideOnBlur(created));
    created.on('closed', () => {
      window = null;
    });
    created.on('close', (event) => {
      if (isReleased) return;
      event.preventDefault();
      hide();
    });
    page = keepPage(created, 'popup', clock, log);
    tellSeen(created, later);
    created.loadURL(popupUrl).catch((error: unknown) => log.error('popup.load', error));
    window = created;
    return created;
  }

  function hideOnBlur(target: BrowserWindow): void {
    // What was hidden already was not hidden by this.
    if (target !== window || !target.isVisible() || target.isFocused()) return;
    if (isWindow() || staysOpen() || target.webContents.isDevToolsOpened()) return;
    const early = falseBlur - sinceThen(shownAt);
    if (early > 0) {
      // Whether it was a false one shows a little later.
      later(early, () => hideOnBlur(target));
      return;
    }
    hiddenByBlurAt = clock.now();
    hide();
  }

  /** A clock that was set back must not make "just now" last for hours. Units: milliseconds. */
  function sinceThen(then: number): number {
    return Math.abs(clock.now() - then);
  }

  function later(milliseconds: number, step: () => void): void {
    clock.wait(milliseconds).then(step, (error: unknown) => log.error('popup.later', error));
  }

  function freeLater(): void {
    const [hidden, at] = [window, shownAt];
    if (hidden === null || !isFreed() || isWindow()) return;
    later(freeDelay, () => {
      // It may have been shown since, or be gone, with a new one in its place that has nothing on it yet.
      if (hidden === window && at === shownAt && isFreed() && !hidden.isVisible()) discard();
    });
  }

  function discard(): void {
    window?.destroy();
    window = null;
  }

  function place(target: BrowserWindow): void {
    const bounds = popupBounds(anchor, screen.getDisplayNearestPoint(point), { width, height });
    if (isWindow()) target.setContentSize(bounds.width, bounds.height);
    else target.setBounds(bounds);
  }

  function show(at: Rectangle | null): void {
    const isNew = window === null;
    const target = ensure();
    if (target === null) return;
    anchor = at;
    point = at === null ? screen.getCursorScreenPoint() : { x: at.x + at.width / 2, y: at.y + at.height / 2 };
    place(target);
    page?.revive();
    // A new one comes as soon as there is something on it, also for whoever clicks twice.
    if (!isNew && target !== awaited) reveal(target);
    if (!isNew) return;
    awaited = target;
    target.once('ready-to-show', revealAwaited);
    later(longestPaint, revealAwaited);
  }

  function revealAwaited(): void {
    if (awaited !== null && awaited === window) reveal(awaited);
  }

  function reveal(target: BrowserWindow): void {
    awaited = null;
    shownAt = clock.now();
    // Gives it the focus, too; asking for that again would hold up the picture.
    target.show();
  }

  function hide(): void {
    awaited = null;
    if (isWindow()) window?.minimize();
    else window?.hide();
    freeLater();
  }

  function prepare(): void {
    if (!isFreed() || isWindow()) ensure();
  }

  return {
    prepare,
    toggle(at) {
      if (sinceThen(hiddenByBlurAt) < hideDelay) return;
      if (window?.isVisible()) hide();
      else show(at);
    },
    show,
    hide,
    free: freeLater,
    isSeen: () => isPopupSeen(window, isWindow()),
    isOpen: () => window?.isVisible() === true && !window.isMinimized(),
    resize(next) {
      height = next;
      if (window !== null) place(window);
    },
    renew() {
      discard();
      prepare();
    },
    release() {
      isReleased = true;
    },
    current: () => (window === null ? null : ownWindow(window, popupUrl)),
  };
}
