import { act, render } from '@testing-library/react';
import { createWords } from '#contract/words.ts';
import type { AppState } from '#contract/state.ts';
import { App } from '../../renderer/App.tsx';
import { BridgeProvider } from '../../renderer/bridge.tsx';
import { Look } from '../../renderer/Look.tsx';
import { WordsProvider } from '../../renderer/parts/words.ts';
import { createProjection, ProjectionProvider } from '../../renderer/projection.ts';
import { createFakeBridge } from '../fakes/bridge.ts';

export const words = createWords('en-GB');

/** The whole popup as main.tsx builds it, on a fake bridge. */
export function openPopup(state: AppState) {
  const { bridge, sent, tell } = createFakeBridge(state);
  render(
    <Look nonce={undefined}>
      <WordsProvider value={words}>
        <BridgeProvider bridge={bridge}>
          <ProjectionProvider value={createProjection(bridge.onState)}>
            <App />
          </ProjectionProvider>
        </BridgeProvider>
      </WordsProvider>
    </Look>,
  );
  return {
    /** What the popup asked of main, apart from its size. */
    sent: () => sent.filter(([command]) => command !== 'resizePopup'),
    tell: (next: AppState) => act(() => tell(next)),
  };
}
