import { makeStyles } from '@fluentui/react-components';
import type { MessageDraft } from '#contract/statusMessage.ts';
import { DurationPicker } from '../parts/DurationPicker.tsx';
import { Picker } from '../parts/Picker.tsx';
import { UntilFields } from '../parts/UntilFields.tsx';
import { useWords } from '../parts/words.ts';
import { messageDurations, sayClearAfter } from './messageView.ts';
import { sayLasts } from './planView.ts';
import { firstUntilText, isUntilError, readUntil, untilTextOf } from './untilText.ts';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '8px' } });

interface ClearAfterProps {
  readonly lasts: MessageDraft['lasts'];
  /** Units: milliseconds since 1970. */
  readonly now: number;
  /** What is wrong with the moment, in words. */
  readonly error: string | null;
  readonly onLasts: (lasts: MessageDraft['lasts']) => void;
}

/** When a message goes by itself: after a while, or at a moment that is typed below. */
export function ClearAfter({ lasts, now, error, onLasts }: ClearAfterProps) {
  const styles = useStyles();
  const words = useWords();
  const until = typeof lasts === 'string' ? null : readUntil(lasts, now);
  const isWrong = until === null || isUntilError(until);
  const custom = isWrong ? words.say('plan.custom') : sayLasts(words, { until }, now);
  return (
    <div className={styles.fields}>
      <DurationPicker
        Picker={Picker}
        label={words.say('message.clearAfter')}
        offered={messageDurations}
        duration={typeof lasts === 'string' ? lasts : null}
        value={typeof lasts === 'string' ? sayClearAfter(words, lasts) : custom}
        sayDuration={(duration) => sayClearAfter(words, duration)}
        onChoose={onLasts}
        onCustom={() => typeof lasts === 'string' && onLasts(firstUntilText(null, now))}
      />
      {typeof lasts !== 'string' && (
        <UntilFields
          hasFocus={false}
          text={lasts}
          earliestDate={untilTextOf(now).date}
          error={error}
          onText={onLasts}
        />
      )}
    </div>
  );
}
