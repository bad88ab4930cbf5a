import { expect, it } from 'vitest';
import { type AppState, initialState } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';
import { readingStarted } from '../../../electron/state/readingTransitions.ts';
import { createStore } from '../../../electron/state/store.ts';
import { connectionChanged } from '../../../electron/state/transitions.ts';
import { showTray } from '../../../electron/tray/showTray.ts';
import type { TrayPort } from '../../../electron/tray/trayPort.ts';
import { trayView } from '../../../electron/tray/trayView.ts';

it('[T1] the tray follows the state, and is left alone where nothing differs', () => {
  const told: string[] = [];
  const tray = {
    setGlyph: (glyph) => told.push(`glyph ${glyph}`),
    setTooltip: (text) => told.push(`tooltip ${text}`),
    setMenu: () => told.push('menu'),
  } satisfies TrayPort;
  const store = createStore(initialState);
  const due: (() => void)[] = [];
  const run = () => {
    for (const work of due.splice(0)) work();
  };
  const words = createWords('en');
  let isNextDay = false;
  const view = (state: AppState) => ({ ...trayView(words, state, 0), ...(isNextDay && { tooltip: 'today' }) });
  const followTime = showTray({ tray, view, store, later: (work) => due.push(work) });
  expect(told).toEqual(['glyph unknown']);
  run();
  store.apply(readingStarted);
  run();
  expect(told).toEqual(['glyph unknown', 'tooltip Starting…', 'menu']);
  store.apply(connectionChanged, false);
  run();
  expect(told.slice(3)).toEqual(['tooltip Starting… · offline', 'menu']);
  followTime();
  run();
  expect(told).toHaveLength(5);
  isNextDay = true;
  followTime();
  run();
  expect(told.slice(5)).toEqual(['tooltip today']);
});
