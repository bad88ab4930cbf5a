import { Button, MessageBar, MessageBarBody, makeStyles, Switch } from '@fluentui/react-components';
import { Fragment, useEffect, useRef, useState } from 'react';
import { isOutOfOffice, outOfOfficeTruth } from '#contract/outOfOfficeTruth.ts';
import { sayOutOfOffice } from '#contract/outOfOfficeWords.ts';
import { useSend } from '../bridge.tsx';
import { PageBar } from '../parts/PageBar.tsx';
import { PageFoot } from '../parts/PageFoot.tsx';
import { Review } from '../parts/Review.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { Frame } from './Frame.tsx';
import { OutOfOfficeFields } from './OutOfOfficeFields.tsx';
import { isDraftFault, readDraft } from './outOfOfficeDraft.ts';
import { reviewOf } from './outOfOfficeReview.ts';
import { useAppShortcuts } from './useAppShortcuts.ts';
import { useFaultShown } from './useFaultShown.ts';
import { useNow } from './useNow.ts';
import { useOutOfOfficeDraft } from './useOutOfOfficeDraft.ts';
import { useOutOfOfficeToggle } from './useOutOfOfficeToggle.ts';

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', gap: '14px', padding: '4px 16px 16px' },
  bar: { borderRadius: 0 },
});

/** The page on which an absence is planned. What goes to others by mail is shown before it is confirmed. */
export function OutOfOffice({ onBack }: { readonly onBack: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const state = useAppState();
  const now = useNow(1000);
  const { draft, change, keep, drop } = useOutOfOfficeDraft();
  const toggle = useOutOfOfficeToggle();
  const [isReviewing, setIsReviewing] = useState(false);
  const { fields, hasTried, tryInVain } = useFaultShown();
  const { access, mailbox, asking, isInPresence } = state.outOfOffice;
  const truth = outOfOfficeTruth(state, now);
  const isOn = isOutOfOffice(truth);
  const isUnreadable = asking.status === 'idle' && truth.kind === 'elsewhere' && truth.why === 'unknownZone';
  const read = readDraft(draft, { access, mailbox, hasPresence: isInPresence }, now);
  const fault = isDraftFault(read) ? read : null;
  // A fault that arises meanwhile, as an end that has passed, is said beside its field; the review is then shown anew.
  if (isReviewing && fault !== null) {
    setIsReviewing(false);
    tryInVain();
  }

  // Once for each visit: what is read afterwards comes by itself.
  const ask = useRef(send);
  useEffect(() => {
    ask.current('readMailbox');
  }, []);

  function save() {
    if (isDraftFault(read)) return tryInVain();
    if (read.replies !== null && !isReviewing) return setIsReviewing(true);
    keep();
    send('saveOutOfOffice', read);
    onBack();
  }
  function cancel() {
    drop();
    if (asking.status === 'failed' || asking.status === 'waiting') send('dismissOutOfOffice');
    onBack();
  }
  function turnOff() {
    toggle();
    onBack();
  }
  const back = () => (isReviewing ? setIsReviewing(false) : onBack());
  useAppShortcuts({ escape: back, 'alt+arrowleft': back, 'ctrl+enter': save });

  const isTold = asking.status === 'failed' || asking.status === 'waiting';
  return (
    <Frame
      foot={
        <>
          {isTold && (
            <aside aria-label={words.say('outOfOffice.title')}>
              <MessageBar
                className={styles.bar}
                intent={asking.status === 'failed' ? 'error' : 'warning'}
                layout="multiline"
              >
                <MessageBarBody>{sayOutOfOffice(words, state, now)}</MessageBarBody>
              </MessageBar>
            </aside>
          )}
          <PageFoot isDemo={state.isDemo}>
            {/* Other buttons, and not the same ones with other names: the focus goes to the heading, which is read out. */}
            <Fragment key={isReviewing ? 'review' : 'plan'}>
              <Button onClick={isReviewing ? back : cancel}>
                {words.say(isReviewing ? 'outOfOffice.review.change' : 'outOfOffice.cancel')}
              </Button>
              <Button appearance="primary" onClick={save}>
                {words.say(isReviewing ? 'outOfOffice.review.confirm' : 'outOfOffice.save')}
              </Button>
            </Fragment>
          </PageFoot>
        </>
      }
    >
      <PageBar title={words.say(isReviewing ? 'outOfOffice.review' : 'outOfOffice.title')} onBack={back}>
        {!isReviewing && (
          <Switch
            aria-label={words.say('home.outOfOffice')}
            checked={isOn}
            onChange={(_, { checked }) => (checked ? save() : turnOff())}
          />
        )}
      </PageBar>
      <main ref={fields} className={styles.main}>
        {isReviewing && !isDraftFault(read) ? (
          <>
            {read.replies !== null && (
              <MessageBar layout="multiline">
                <MessageBarBody>{words.say('outOfOffice.review.warning')}</MessageBarBody>
              </MessageBar>
            )}
            <Review parts={reviewOf(words, read, mailbox, now)} />
          </>
        ) : (
          <>
            {isUnreadable && (
              <MessageBar layout="multiline" intent="warning">
                <MessageBarBody>{sayOutOfOffice(words, state, now)}</MessageBarBody>
              </MessageBar>
            )}
            <OutOfOfficeFields
              draft={draft}
              fault={hasTried || isTypedFault(fault?.fault) ? fault : null}
              now={now}
              onDraft={change}
              onReview={() => (fault === null ? setIsReviewing(true) : tryInVain())}
            />
          </>
        )}
      </main>
    </Frame>
  );
}

/** What is wrong as it stands, and not only because something is still to be written. */
function isTypedFault(fault: string | undefined): boolean {
  return fault === 'endBeforeStart' || fault === 'endPast' || fault === 'tooLong';
}
