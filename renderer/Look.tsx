import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { type ReactNode, useCallback, useState, useSyncExternalStore } from 'react';
import { useWords } from './parts/words.ts';
import { darkTheme, lightTheme } from './theme.ts';

/** Whether the system wishes this look now. */
function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

interface LookProps {
  readonly nonce: string | undefined;
  readonly children: ReactNode;
}

/**
 * Light or dark as the system is, and from left to right or the other way as the language is. High contrast needs no
 * theme of its own: with forced colours the engine recolours everything, and its colour scheme follows the contrast theme.
 */
export function Look({ nonce, children }: LookProps) {
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const [renderer] = useState(() =>
    createDOMRenderer(document, nonce === undefined ? {} : { styleElementAttributes: { nonce } }),
  );
  const words = useWords();
  const dir = words.say('app.direction') === 'rtl' ? 'rtl' : 'ltr';
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider dir={dir} theme={isDark ? darkTheme : lightTheme} style={{ height: '100%' }}>
        {children}
      </FluentProvider>
    </RendererProvider>
  );
}
