import { Button, makeStyles, Switch } from '@fluentui/react-components';
import { outOfOfficeMessageLimit } from '#contract/outOfOffice.ts';
import { useSend } from '../bridge.tsx';
import { OutOfOfficeForm } from '../parts/OutOfOfficeForm.tsx';
import { PageBar } from '../parts/PageBar.tsx';
import { PageFoot } from '../parts/PageFoot.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { Frame } from './Frame.tsx';
import { shownPresence } from './homeView.ts';
import { useAppShortcuts } from './useAppShortcuts.ts';

const useStyles = makeStyles({ main: { padding: '8px 16px 16px' } });

interface OutOfOfficeProps {
  /** What was written and not saved; null when nothing was. */
  readonly draft: string | null;
  readonly onDraft: (draft: string | null) => void;
  readonly onBack: () => void;
}

/** The message page. The switch is the service's, as everywhere; the draft survives going back and hiding. */
export function OutOfOffice({ draft, onDraft, onBack }: OutOfOfficeProps) {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const state = useAppState();
  const { isOutOfOffice, message } = shownPresence(state).outOfOfficeSettings;
  const text = draft ?? message ?? '';
  // Outlook's may be longer than what we take; it stays as it is until somebody shortens it.
  const isTooLong = text.trim().length > outOfOfficeMessageLimit;

  function publish(isOn: boolean) {
    if (isOn && isTooLong) return;
    const trimmed = text.trim();
    send('setOutOfOffice', { isOutOfOffice: isOn, message: isOn && trimmed !== '' ? trimmed : null });
    onBack();
  }
  function cancel() {
    onDraft(null);
    onBack();
  }
  useAppShortcuts({ escape: onBack, 'alt+arrowleft': onBack });

  return (
    <Frame
      foot={
        <PageFoot isDemo={state.isDemo}>
          <Button onClick={cancel}>{words.say('outOfOffice.cancel')}</Button>
          <Button appearance="primary" disabled={isTooLong} onClick={() => publish(true)}>
            {words.say(isOutOfOffice ? 'outOfOffice.save' : 'outOfOffice.turnOn')}
          </Button>
        </PageFoot>
      }
    >
      <PageBar title={words.say('outOfOffice.title')} onBack={onBack}>
        <Switch
          aria-label={words.say('home.outOfOffice')}
          checked={isOutOfOffice}
          onChange={(_, { checked }) => publish(checked)}
        />
      </PageBar>
      <main className={styles.main}>
        <OutOfOfficeForm message={text} onMessage={onDraft} onSave={() => publish(true)} />
      </main>
    </Frame>
  );
}
