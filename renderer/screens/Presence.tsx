import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { presenceGlyph } from '#contract/glyph.ts';
import { availabilities, type Presence as Choice, plainPresence } from '#contract/presence.ts';
import type { Account } from '#contract/session.ts';
import { sayPresence } from '#contract/words.ts';
import { useSend } from '../bridge.tsx';
import { ActivityPicker } from '../parts/ActivityPicker.tsx';
import { AvailabilityPicker } from '../parts/AvailabilityPicker.tsx';
import { Header } from '../parts/Header.tsx';
import { MoreMenu } from '../parts/MoreMenu.tsx';
import { OutOfOfficeRow } from '../parts/OutOfOfficeRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { Frame } from './Frame.tsx';
import {
  currentAvailability,
  openWish,
  outOfOfficeWish,
  pendingPresence,
  sayCaption,
  sayOutOfOffice,
  shownPresence,
} from './homeView.ts';
import { StatusFooter } from './StatusFooter.tsx';
import { useAppShortcuts } from './useAppShortcuts.ts';
import { useWhenShown } from './useWhenShown.ts';

const useStyles = makeStyles({
  main: { position: 'relative', display: 'flex', flexDirection: 'column', gap: '14px', padding: '0 16px 16px' },
});

interface PresenceProps {
  readonly account: Account;
  /** Where the focus goes: to the tiles, or back to where one came from. */
  readonly entry: 'tiles' | 'outOfOffice';
  readonly onOpenOutOfOffice: () => void;
}

/** The home page: what others see, and everything to change it. */
export function Presence({ account, entry, onOpenOutOfOffice }: PresenceProps) {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const state = useAppState();
  const tiles = useRef<HTMLDivElement>(null);
  const outOfOfficeButton = useRef<HTMLButtonElement>(null);

  const seen = shownPresence(state);
  const { isOutOfOffice } = seen.outOfOfficeSettings;
  const { publication, chosen } = state;
  const pending = pendingPresence(state);
  const choice = pending ?? chosen?.presence ?? null;
  const canReset = chosen !== null || publication.status === 'notVisible';

  const focusTiles = () => tiles.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  useWhenShown(focusTiles);
  useEffect(() => {
    if (entry === 'outOfOffice') outOfOfficeButton.current?.focus();
  }, [entry]);
  // Also when the button that had the focus has gone, as Reset does.
  useEffect(() => {
    if (document.activeElement === document.body) focusTiles();
  });

  function choose(presence: Choice) {
    const isOnItsWay =
      publication.status === 'publishing' &&
      pending?.availability === presence.availability &&
      pending.activity === presence.activity;
    if (!isOnItsWay) send('setPresence', presence);
  }
  const reset = () => send('resetPresence');
  const refresh = () => send('refreshPresence');
  const toggle = (isOn: boolean) => send('setOutOfOffice', { isOutOfOffice: isOn, message: null });

  useAppShortcuts({
    ...Object.fromEntries(availabilities.map((name, index) => [`${index + 1}`, () => choose(plainPresence(name))])),
    0: () => canReset && reset(),
    o: () => openWish(state) === null && toggle(!isOutOfOffice),
    f5: refresh,
    'ctrl+r': refresh,
  });

  return (
    <Frame foot={<StatusFooter username={account.username} />}>
      <Header
        name={account.name}
        presence={sayPresence(words, seen)}
        caption={sayCaption(words, state)}
        glyph={presenceGlyph(seen)}
        canReset={canReset}
        onReset={reset}
        menu={
          <MoreMenu
            isDemo={state.isDemo}
            hasProblem={'problem' in publication || state.reading.status === 'failed'}
            onOpenConfig={() => send('openConfig')}
            onCopyProblem={() => send('copyProblem')}
            onSignOut={() => send('signOut')}
            onQuit={() => send('quit')}
          />
        }
      />
      <main className={styles.main}>
        <AvailabilityPicker
          ref={tiles}
          current={currentAvailability(state)}
          chosen={chosen?.presence.availability ?? null}
          pending={pending && { availability: pending.availability, isHeld: publication.status === 'waiting' }}
          onChoose={(availability) => choose(plainPresence(availability))}
        />
        {choice !== null && <ActivityPicker presence={choice} onChoose={choose} />}
        <OutOfOfficeRow
          openRef={outOfOfficeButton}
          isOutOfOffice={isOutOfOffice}
          isChanging={outOfOfficeWish(state) !== null}
          caption={sayOutOfOffice(words, state)}
          onOpen={onOpenOutOfOffice}
          onToggle={toggle}
        />
      </main>
    </Frame>
  );
}
