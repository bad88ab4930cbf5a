import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { fixedAction, keepVisibleHours, keptVisibleUntil } from '#contract/actions.ts';
import type { Account } from '#contract/session.ts';
import { useSend } from '../bridge.tsx';
import { DetailsSection, FactLine } from '../parts/DetailsSection.tsx';
import { PageBar } from '../parts/PageBar.tsx';
import { WriteList } from '../parts/WriteList.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { sayChosen, sayInfluences, sayOthers, sayRoute, saySession } from './detailsView.ts';
import { Frame } from './Frame.tsx';
import { canReset } from './homeView.ts';
import { StatusFooter } from './StatusFooter.tsx';
import { useAppShortcuts } from './useAppShortcuts.ts';
import { useNow } from './useNow.ts';

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '0 16px 16px' },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

interface DetailsProps {
  readonly account: Account;
  readonly onBack: () => void;
}

/** Why the presence is what it is, layer by layer, each with what usually helps. */
export function Details({ account, onBack }: DetailsProps) {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const state = useAppState();
  const now = useNow(30_000);
  const influences = sayInfluences(words, state);
  const requestId = state.verdict?.trace.requestId;
  const isKept = keptVisibleUntil(state, now) !== null;
  const canKeep = fixedAction('keep-visible').isEnabled(state);
  useAppShortcuts({
    escape: onBack,
    'alt+arrowleft': onBack,
    'ctrl+z': () => state.undo !== null && send('undo'),
    f5: () => send('refreshPresence'),
    'ctrl+r': () => send('refreshPresence'),
  });

  return (
    <Frame foot={<StatusFooter username={account.username} hasOwnRefresh />}>
      <PageBar title={words.say('details.title')} onBack={onBack} />
      <main className={styles.main}>
        <DetailsSection
          heading={words.say('details.others')}
          actions={
            <Button size="small" onClick={() => send('refreshPresence')}>
              {words.say('home.refresh')}
            </Button>
          }
        >
          <FactLine {...sayOthers(words, state, now)} />
        </DetailsSection>
        <DetailsSection
          heading={words.say('details.chosen')}
          actions={
            canReset(state) && (
              <Button size="small" onClick={() => send('resetPresence')}>
                {words.say('home.reset')}
              </Button>
            )
          }
        >
          <FactLine {...sayChosen(words, state, now)} />
        </DetailsSection>
        <DetailsSection
          heading={words.say('details.session')}
          actions={
            (isKept || canKeep) && (
              <Button size="small" onClick={() => send('keepVisible', isKept ? 0 : keepVisibleHours)}>
                {words.say(isKept ? 'menu.stopVisible' : 'menu.keepVisible')}
              </Button>
            )
          }
        >
          <FactLine {...saySession(words, state, now)} />
        </DetailsSection>
        <DetailsSection heading={words.say('details.else')}>
          {influences.length === 0 && <p className={styles.small}>{words.say('details.nothing')}</p>}
          {influences.map((fact) => (
            <FactLine key={fact.text} {...fact} />
          ))}
        </DetailsSection>
        <DetailsSection
          heading={words.say('details.route')}
          actions={
            state.verdict !== null && (
              <Button size="small" onClick={() => send('forgetVerdict')}>
                {words.say('details.forget')}
              </Button>
            )
          }
        >
          <FactLine {...sayRoute(words, state, now)} />
          {requestId !== undefined && (
            <p className={styles.small}>{words.say('details.requestId', { id: requestId })}</p>
          )}
          <p className={styles.small}>{words.say('details.routeSetting', { setting: state.settings.route })}</p>
        </DetailsSection>
        <DetailsSection heading={words.say('details.writes')}>
          {state.writes.length === 0 ? (
            <p className={styles.small}>{words.say('details.writesNone')}</p>
          ) : (
            <WriteList writes={state.writes} sayTime={({ at }) => words.dayAndTime(at, now)} />
          )}
        </DetailsSection>
      </main>
    </Frame>
  );
}
