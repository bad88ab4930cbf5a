import { Button, makeStyles } from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import { shownPlan } from '#contract/shownPlan.ts';
import { useSend } from '../bridge.tsx';
import { PageBar } from '../parts/PageBar.tsx';
import { PageFoot } from '../parts/PageFoot.tsx';
import { UntilFields } from '../parts/UntilFields.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { Frame } from './Frame.tsx';
import { standingEnd } from './planView.ts';
import { firstUntilText, isUntilError, readUntil, untilTextOf } from './untilText.ts';
import { useAppShortcuts } from './useAppShortcuts.ts';
import { useNow } from './useNow.ts';

const useStyles = makeStyles({ main: { padding: '8px 16px 16px' } });

/** The page on which a choice gets an end of its own. */
export function Until({ onBack }: { readonly onBack: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const state = useAppState();
  const form = useId();
  const plan = shownPlan(state);
  const now = useNow(1000);
  const [text, setText] = useState(() => firstUntilText(standingEnd(plan.lasts), now));
  const [hasTried, setHasTried] = useState(false);
  const until = readUntil(text, now);
  const isShown = hasTried || until === 'untilPast';
  const error = isShown && isUntilError(until) ? words.say(`plan.${until}`) : null;

  function set() {
    if (isUntilError(until)) return setHasTried(true);
    send('setPlan', { lasts: { until }, sequel: plan.sequel });
    onBack();
  }
  // Chromium submits by Enter in a field, and not by Enter on the field's calendar button, which a listener cannot tell.
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    set();
  }
  useAppShortcuts({ escape: onBack, 'alt+arrowleft': onBack, 'ctrl+enter': set });

  return (
    <Frame
      foot={
        <PageFoot isDemo={state.isDemo}>
          <Button onClick={onBack}>{words.say('action.cancel')}</Button>
          <Button appearance="primary" type="submit" form={form}>
            {words.say('plan.set')}
          </Button>
        </PageFoot>
      }
    >
      <PageBar title={words.say('plan.title')} onBack={onBack} />
      <main className={styles.main}>
        <form id={form} noValidate onSubmit={onSubmit}>
          <UntilFields hasFocus text={text} earliestDate={untilTextOf(now).date} error={error} onText={setText} />
        </form>
      </main>
    </Frame>
  );
}
