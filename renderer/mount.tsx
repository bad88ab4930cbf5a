import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '#contract/bridge.ts';
import { createWords } from '#contract/words.ts';
import { BridgeProvider } from './bridge.tsx';
import { Look } from './Look.tsx';
import { WordsProvider } from './parts/words.ts';
import { createProjection, ProjectionProvider } from './projection.ts';

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
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce;
  createRoot(root).render(
    <StrictMode>
      <Look nonce={nonce}>
        <WordsProvider value={createWords(navigator.language)}>
          <BridgeProvider bridge={window.bridge}>
            <ProjectionProvider value={projection}>{page}</ProjectionProvider>
          </BridgeProvider>
        </WordsProvider>
      </Look>
    </StrictMode>,
  );
}
