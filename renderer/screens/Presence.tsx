import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { availabilities, type Presence as Choice, isSamePair, plainPresence } from '#contract/presence.ts';
import type { Account } from '#contract/session.ts';
import { useSend } from '../bridge.tsx';
import { AvailabilityPicker } from '../parts/AvailabilityPicker.tsx';
import { Card } from '../parts/Card.tsx';
import { useAppState } from '../projection.ts';
import { AbsenceRow } from './AbsenceRow.tsx';
import { Frame } from './Frame.tsx';
import { HomeHeader } from './HomeHeader.tsx';
import { canReset, currentAvailability, isPlanned, pendingPresence } from './homeView.ts';
import { MessageRow } from './MessageRow.tsx';
import { PlanFields } from './PlanFields.tsx';
import { PresetRow } from './PresetRow.tsx';
import { StatusFooter } from './StatusFooter.tsx';
import type { SubPage } from './SubPage.ts';
import { useAppShortcuts } from './useAppShortcuts.ts';
import { useOutOfOfficeToggle } from './useOutOfOfficeToggle.ts';
import { useWhenShown } from './useWhenShown.ts';

const useStyles = makeStyles({
  main: { position: 'relative', display: 'flex', flexDirection: 'column', gap: '14px', padding: '0 16px 16px' },
});

interface PresenceProps {
  readonly account: Account;
  /** The page from which one comes back: what opened it gets the focus. */
  readonly left: SubPage | null;
  readonly onOpen: (page: SubPage) => void;
}

/** The home page: what others see, and everything to change it. */
export function Presence({ account, left, onOpen }: PresenceProps) {
  const styles = useStyles();
  const send = useSend();
  const state = useAppState();
  const tiles = useRef<HTMLDivElement>(null);
  const presets = useRef<HTMLFieldSetElement>(null);
  const openers = useRef<Partial<Record<SubPage, HTMLElement | null>>>({});
  const opener = (page: SubPage) => (element: HTMLElement | null) => {
    openers.current[page] = element?.querySelector('button') ?? element;
  };

  const { publication, chosen } = state;
  const pending = pendingPresence(state);

  const focusTiles = () => tiles.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  useWhenShown(focusTiles);
  useEffect(() => {
    if (left !== null) openers.current[left]?.focus();
  }, [left]);
  // Also when the button that had the focus has gone, as Reset does.
  useEffect(() => {
    if (document.activeElement === document.body) focusTiles();
  });

  function choose(presence: Choice) {
    const isOnItsWay = publication.status === 'publishing' && pending !== null && isSamePair(pending, presence);
    if (!isOnItsWay) send('setPresence', presence);
  }
  const refresh = () => send('refreshPresence');
  const toggle = useOutOfOfficeToggle();

  useAppShortcuts({
    ...Object.fromEntries(availabilities.map((name, index) => [`${index + 1}`, () => choose(plainPresence(name))])),
    0: () => canReset(state) && send('resetPresence'),
    m: () => onOpen('statusMessage'),
    p: () => presets.current?.querySelector('button')?.focus(),
    // One letter is soon struck by mistake, or heard by a computer that is spoken to.
    o: () => (isPlanned(state, Date.now()) ? onOpen('outOfOffice') : toggle()),
    '?': () => onOpen('keys'),
    'ctrl+z': () => state.undo !== null && send('undo'),
    f5: refresh,
    'ctrl+r': refresh,
  });

  return (
    <Frame foot={<StatusFooter username={account.username} />}>
      <HomeHeader
        name={account.name}
        whyRef={opener('details')}
        onWhy={() => onOpen('details')}
        onKeys={() => onOpen('keys')}
      />
      <main className={styles.main}>
        <PresetRow ref={presets} />
        <AvailabilityPicker
          ref={tiles}
          current={currentAvailability(state)}
          chosen={chosen?.presence.availability ?? null}
          pending={pending && { availability: pending.availability, isHeld: publication.status === 'waiting' }}
          hasKeys={state.settings.singleKeys}
          onChoose={(availability) => choose(plainPresence(availability))}
        />
        <PlanFields
          choice={pending ?? chosen?.presence ?? null}
          onChoose={choose}
          onCustom={() => onOpen('until')}
          durationRef={opener('until')}
        />
        <Card>
          <MessageRow openRef={opener('statusMessage')} onOpen={() => onOpen('statusMessage')} />
          <AbsenceRow openRef={opener('outOfOffice')} onOpen={() => onOpen('outOfOffice')} />
        </Card>
      </main>
    </Frame>
  );
}
