import type { AppState } from '#contract/state.ts';
import type { TrayPort, TrayView } from './trayPort.ts';

/** Keeps the tray a view of the state, now and on each change. Touches only what differs: an open menu stays open. */
export function showTray(
  tray: TrayPort,
  view: (state: AppState) => TrayView,
  store: { get(): AppState; watch(listener: (state: AppState) => void): () => void },
): void {
  let shown: TrayView | null = null;

  function show(state: AppState): void {
    const next = view(state);
    if (next.glyph !== shown?.glyph) tray.setGlyph(next.glyph);
    if (next.tooltip !== shown?.tooltip) tray.setTooltip(next.tooltip);
    if (JSON.stringify(next.menu) !== JSON.stringify(shown?.menu)) tray.setMenu(next.menu);
    shown = next;
  }

  show(store.get());
  store.watch(show);
}
