import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '#contract/bridge.ts';
import { BridgeProvider } from './bridge.tsx';
import { Look } from './Look.tsx';
import { createProjection, ProjectionProvider } from './projection.ts';
import { Speaking } from './Speaking.tsx';
import { watchSecondHalves } from './secondHalf.ts';
import { createSeen, SeenProvider } from './seen.ts';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

/** Puts a page of ours into its window, with all that it reads from and speaks to. */
export function mount(page: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no #root');
  const projection = createProjection(window.bridge.onState);
  const seen = createSeen(window.bridge.onSeen);
  window.bridge.onSeen((isSeen) => document.documentElement.toggleAttribute('data-unseen', !isSeen));
  watchSecondHalves(document);
  createRoot(root).render(
    <StrictMode>
      <BridgeProvider bridge={window.bridge}>
        <ProjectionProvider value={projection}>
          <SeenProvider value={seen}>
            <Speaking>
              <Look>{page}</Look>
            </Speaking>
          </SeenProvider>
        </ProjectionProvider>
      </BridgeProvider>
    </StrictMode>,
  );
}
