import type { Ref } from 'react';
import { presenceGlyph } from '#contract/glyph.ts';
import { shownPresence } from '#contract/wishChange.ts';
import { sayPerson, sayPresence } from '#contract/words.ts';
import { useSend } from '../bridge.tsx';
import { Header } from '../parts/Header.tsx';
import { MoreButton } from '../parts/MoreButton.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { canReset, sayCaption } from './homeView.ts';
import { useTold } from './useNow.ts';
import { useOpenWhileSeen } from './useOpenWhileSeen.ts';
import { useRest } from './useRest.ts';

interface HomeHeaderProps {
  readonly name: string;
  readonly whyRef: Ref<HTMLButtonElement>;
  readonly onWhy: () => void;
  readonly onKeys: () => void;
}

/** The head of the home page: what others see, until when, and the menu. */
export function HomeHeader({ name, whyRef, onWhy, onKeys }: HomeHeaderProps) {
  const words = useWords();
  const send = useSend();
  const state = useAppState();
  const caption = useTold(30_000, (now) => sayCaption(words, state, now));
  const [isMenuOpen, setIsMenuOpen] = useOpenWhileSeen();
  const rest = useRest(isMenuOpen);
  const seen = shownPresence(state);
  return (
    <Header
      name={name}
      presence={sayPresence(words, seen)}
      label={sayPerson(words, name, seen)}
      caption={caption}
      glyph={presenceGlyph(seen)}
      canReset={canReset(state)}
      hasKeys={state.settings.singleKeys}
      whyRef={whyRef}
      onWhy={onWhy}
      onReset={() => send('resetPresence')}
      menu={
        rest === null ? (
          <MoreButton onClick={() => setIsMenuOpen(true)} />
        ) : (
          <rest.MoreMenu
            isOpen={isMenuOpen}
            onOpen={setIsMenuOpen}
            isDemo={state.isDemo}
            isMac={state.about.platform === 'darwin'}
            hasKeys={state.settings.singleKeys}
            canUndo={state.undo !== null}
            hasProblem={'problem' in state.publication || state.reading.status === 'failed'}
            onUndo={() => send('undo')}
            onWhy={onWhy}
            onKeys={onKeys}
            onSettings={() => send('showSettings', 'general')}
            onCopyProblem={() => send('copyProblem')}
            onSignOut={() => send('signOut')}
            onQuit={() => send('quit')}
          />
        )
      }
    />
  );
}
