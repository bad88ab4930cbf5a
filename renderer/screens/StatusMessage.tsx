import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { MessageDraft } from '#contract/statusMessage.ts';
import { sayProblem } from '#contract/words.ts';
import { useSend } from '../bridge.tsx';
import { PageBar } from '../parts/PageBar.tsx';
import { PageFoot } from '../parts/PageFoot.tsx';
import { StatusMessageForm } from '../parts/StatusMessageForm.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { ClearAfter } from './ClearAfter.tsx';
import { Frame } from './Frame.tsx';
import { firstDraft, mayStand, readDraft, sayTooLong } from './messageView.ts';
import { isUntilError } from './untilText.ts';
import { useAppShortcuts } from './useAppShortcuts.ts';
import { useNow } from './useNow.ts';

const shownRecent = 5;

const useStyles = makeStyles({
  main: { padding: '8px 16px 16px' },
  problem: { borderRadius: 0 },
});

interface StatusMessageProps {
  /** What was written and not saved; null when nothing was. */
  readonly draft: MessageDraft | null;
  readonly onDraft: (draft: MessageDraft | null) => void;
  /** It is about to be sent as it is. */
  readonly onSave: (draft: MessageDraft) => void;
  readonly onBack: () => void;
}

/** The page of the status message. The draft survives going back, hiding, and a save that failed. */
export function StatusMessage({ draft, onDraft, onSave, onBack }: StatusMessageProps) {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const state = useAppState();
  const { seen, asking, recent } = state.statusMessage;
  const now = useNow(1000);
  const [hasTried, setHasTried] = useState(false);
  const shown = draft ?? firstDraft(state, now);
  const asked = readDraft(shown, now);
  const error = isUntilError(asked) && (hasTried || asked === 'untilPast') ? words.say(`plan.${asked}`) : null;
  const tooLong = sayTooLong(words, shown);

  function save() {
    if (tooLong !== null) return;
    if (isUntilError(asked)) return setHasTried(true);
    if (asked.text === '') return mayStand(state) ? clear() : cancel();
    onSave(shown);
    send('setStatusMessage', asked);
    onBack();
  }
  function clear() {
    onDraft(null);
    send('setStatusMessage', { text: '', lasts: 'untilChanged' });
    onBack();
  }
  /** Hides the failure. What is written is not the failure, and stays as it is shown. */
  function dismiss() {
    if (shown.text.trim() !== '') onDraft(shown);
    send('dismissMessage');
  }
  function cancel() {
    onDraft(null);
    if (asking.status === 'failed') send('dismissMessage');
    onBack();
  }
  useAppShortcuts({ escape: onBack, 'alt+arrowleft': onBack, 'ctrl+enter': save });

  return (
    <Frame
      foot={
        <>
          {asking.status === 'failed' && (
            <aside aria-label={words.say('message.title')}>
              <MessageBar className={styles.problem} intent="error" layout="multiline">
                <MessageBarBody>
                  {words.say('message.notSaved', { problem: sayProblem(words, asking.problem) })}
                </MessageBarBody>
                <MessageBarActions>
                  <Button size="small" onClick={dismiss}>
                    {words.say('action.dismiss')}
                  </Button>
                </MessageBarActions>
              </MessageBar>
            </aside>
          )}
          <PageFoot
            isDemo={state.isDemo}
            first={
              seen !== null && (
                <Button appearance="subtle" onClick={clear}>
                  {words.say('message.clear')}
                </Button>
              )
            }
          >
            <Button onClick={cancel}>{words.say('action.cancel')}</Button>
            <Button appearance="primary" onClick={save}>
              {words.say('message.save')}
            </Button>
          </PageFoot>
        </>
      }
    >
      <PageBar title={words.say('message.title')} onBack={onBack} />
      <main className={styles.main}>
        <StatusMessageForm
          text={shown.text}
          error={tooLong}
          recent={recent.slice(0, shownRecent)}
          onText={(text) => onDraft({ ...shown, text })}
        >
          <ClearAfter lasts={shown.lasts} now={now} error={error} onLasts={(lasts) => onDraft({ ...shown, lasts })} />
        </StatusMessageForm>
      </main>
    </Frame>
  );
}
