import { type Glyph, stateGlyph } from '#contract/glyph.ts';
import type { AppState } from '#contract/state.ts';
import { soon } from '../soon.ts';
import type { TrayPort, TrayView } from './trayPort.ts';

export interface ShowTrayParts {
  readonly tray: TrayPort;
  readonly view: (state: AppState) => TrayView;
  readonly store: { get(): AppState; watch(listener: (state: AppState) => void): () => void };
  /** Runs work when what is under way has been done, and what that asks of Microsoft is on its way. */
  readonly later: (work: () => void) => void;
}

/**
 * Keeps the tray a view of the state, now and on each change. Touches only what differs: an open menu stays open.
 * Returns what is to be called as time passes, since "tomorrow" is today after midnight: it does its work at once, as a
 * timer would wake the computer once more.
 *
 * Shape: the icon changes at once. Words and menu follow a moment later, since building a menu takes some
 * milliseconds, which a click on a state should not wait for on its way to Microsoft.
 */
export function showTray({ tray, view, store, later }: ShowTrayParts): () => void {
  let glyph: Glyph | null = null;
  let words: TrayView | null = null;
  const followWords = soon(later, showWords);

  function show(state: AppState): void {
    const next = stateGlyph(state);
    if (next !== glyph) tray.setGlyph(next);
    glyph = next;
    followWords();
  }

  function showWords(): void {
    const next = view(store.get());
    if (next.tooltip !== words?.tooltip) tray.setTooltip(next.tooltip);
    if (JSON.stringify(next.menu) !== JSON.stringify(words?.menu)) tray.setMenu(next.menu);
    words = next;
  }

  show(store.get());
  store.watch(show);
  return showWords;
}
