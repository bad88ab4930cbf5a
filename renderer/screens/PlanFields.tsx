import { makeStyles } from '@fluentui/react-components';
import type { Ref } from 'react';
import { durations } from '#contract/plan.ts';
import type { Presence } from '#contract/presence.ts';
import { isByActions } from '#contract/route.ts';
import { shownPlan } from '#contract/shownPlan.ts';
import { useSend } from '../bridge.tsx';
import { ActivityPicker } from '../parts/ActivityPicker.tsx';
import { DurationPicker } from '../parts/DurationPicker.tsx';
import { SequelPicker } from '../parts/SequelPicker.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { hasEnd, sayDuration, sayLasts } from './planView.ts';
import { SoonPicker } from './SoonPicker.tsx';
import { useTold } from './useNow.ts';

const useStyles = makeStyles({
  // Two to a row and of one height; what is left over at the end has the row for itself.
  fields: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: '10px 8px',
    '& > :last-child:nth-child(odd)': { gridColumn: '1 / -1' },
  },
});

interface PlanFieldsProps {
  /** What is chosen, or asked for; null while Microsoft 365 decides. */
  readonly choice: Presence | null;
  readonly onChoose: (presence: Presence) => void;
  readonly onCustom: () => void;
  readonly durationRef: Ref<HTMLDivElement>;
}

/** What goes with a choice: its activity, how long it lasts and what comes then. Each applies at once. */
export function PlanFields({ choice, onChoose, onCustom, durationRef }: PlanFieldsProps) {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const state = useAppState();
  const plan = shownPlan(state);
  const lasts = useTold(30_000, (now) => sayLasts(words, plan.lasts, now));
  const openHint = useTold(30_000, (now) => (isByActions(state, now) ? words.say('plan.renewed') : ''));
  return (
    <div className={styles.fields}>
      {choice !== null && <ActivityPicker Picker={SoonPicker} presence={choice} onChoose={onChoose} />}
      <DurationPicker
        Picker={SoonPicker}
        ref={durationRef}
        isSmall
        label={words.say('plan.duration')}
        offered={durations}
        duration={typeof plan.lasts === 'string' ? plan.lasts : null}
        value={lasts}
        sayDuration={(duration) => sayDuration(words, duration)}
        {...(openHint !== '' && { openHint })}
        onChoose={(lasts) => send('setPlan', { lasts, sequel: plan.sequel })}
        onCustom={onCustom}
      />
      {hasEnd(plan) && (
        <SequelPicker
          Picker={SoonPicker}
          sequel={plan.sequel}
          onChoose={(sequel) => send('setPlan', { lasts: plan.lasts, sequel })}
        />
      )}
    </div>
  );
}
