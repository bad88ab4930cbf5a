import { FluentProvider, type PartialTheme } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from './parts/words.ts';

/** The style sheet has the themes, by the wish of the system, which the engine sees without being told. */
const noTheme: PartialTheme = {};

/**
 * From left to right, or the other way, as the language is. Light or dark is the style sheet's, and high contrast needs no
 * theme of its own: with forced colours the engine recolours everything, and its colour scheme follows the contrast theme.
 */
export function Look({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  const dir = words.say('app.direction') === 'rtl' ? 'rtl' : 'ltr';
  return (
    <FluentProvider dir={dir} theme={noTheme} style={{ height: '100%' }}>
      {children}
    </FluentProvider>
  );
}
