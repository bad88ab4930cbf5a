import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { act, cleanup, createEvent, fireEvent, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { AppState } from '#contract/state.ts';
import { createWords, type Words } from '#contract/words.ts';
import { App } from '../../renderer/App.tsx';
import { BridgeProvider } from '../../renderer/bridge.tsx';
import { Look } from '../../renderer/Look.tsx';
import { WordsProvider } from '../../renderer/parts/words.ts';
import { createProjection, ProjectionProvider } from '../../renderer/projection.ts';
import { loadRest } from '../../renderer/screens/useRest.ts';
import { watchSecondHalves } from '../../renderer/secondHalf.ts';
import { createSeen, SeenProvider } from '../../renderer/seen.ts';
import { Settings } from '../../renderer/settings/Settings.tsx';
import { createFakeBridge } from '../fakes/bridge.ts';
import { galleryNow } from './stateParts.ts';

export const words = createWords('en-GB');

// What follows the first page is there from the start, as it is for whoever clicks later than a moment after.
await loadRest();

let stopWatching = () => {};

/** The whole popup as main.tsx builds it, on a fake bridge, at the gallery's moment. */
export function openPopup(state: AppState) {
  return openPage(state, <App />);
}

/** The settings window, in the same way. */
export function openSettings(state: AppState) {
  return openPage(state, <Settings />);
}

function openPage(state: AppState, page: ReactNode) {
  // happy-dom reports a cancelled animation as an error of ours; without animations Fluent does without them.
  Reflect.deleteProperty(Element.prototype, 'animate');
  vi.useFakeTimers({
    now: Date.parse(galleryNow),
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  const { bridge, sent, tell, look } = createFakeBridge(state);
  const [projection, seen] = [createProjection(bridge.onState), createSeen(bridge.onSeen)];
  // Without the sheet that is made for the app, each page brings its styles along.
  const styles = createDOMRenderer(document);
  const spoken = (language: Words) => (
    <RendererProvider renderer={styles}>
      <WordsProvider value={language}>
        <Look>
          <BridgeProvider bridge={bridge}>
            <ProjectionProvider value={projection}>
              <SeenProvider value={seen}>{page}</SeenProvider>
            </ProjectionProvider>
          </BridgeProvider>
        </Look>
      </WordsProvider>
    </RendererProvider>
  );
  stopWatching = watchSecondHalves(document);
  const { rerender } = render(spoken(words));
  return {
    /** What the popup asked of main, apart from its size. */
    sent: () => sent.filter(([command]) => command !== 'resizePopup'),
    tell: (next: AppState) => act(() => tell(next)),
    /** Its window is shown, or hidden. */
    look: (isSeen: boolean) => act(() => look(isSeen)),
    /** Another language is spoken. */
    speak: (language: Words) => rerender(spoken(language)),
  };
}

export function closePopup(): void {
  cleanup();
  stopWatching();
  // Every role that is looked for is weighed against all styles that there are.
  document.head.replaceChildren();
  vi.useRealTimers();
}

export function pass(milliseconds: number): void {
  act(() => vi.advanceTimersByTime(milliseconds));
}

/** Presses a key where the focus is. */
export function press(key: string, modifiers: { ctrlKey?: boolean; altKey?: boolean } = {}): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...modifiers });
}

/** Clicks as a person does: on what carries this role and name. */
export function click(element: HTMLElement): void {
  fireEvent.click(element);
}

let pointedAt = 0;

/** Clicks with the pointer, where it clicked before: at once, as the second half of a double click, or after a while. */
export function point(element: HTMLElement, when: 'atOnce' | 'later' = 'later'): void {
  const event = createEvent.click(element, { detail: 1 });
  pointedAt += when === 'atOnce' ? 100 : 700;
  Object.defineProperty(event, 'timeStamp', { value: pointedAt });
  fireEvent(element, event);
}
