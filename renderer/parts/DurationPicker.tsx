import { makeStyles } from '@fluentui/react-components';
import type { Ref } from 'react';
import type { Duration } from '#contract/plan.ts';
import type { AnyPicker } from './Picker.tsx';
import { useWords } from './words.ts';

/** The value of the option that asks for a date and a time instead of a duration. */
const custom = 'custom';

const useStyles = makeStyles({ whole: { minWidth: 0 } });

interface DurationPickerProps {
  readonly Picker: AnyPicker;
  readonly label: string;
  readonly isSmall?: boolean;
  readonly offered: readonly Duration[];
  /** Null where it is a moment that is chosen elsewhere. */
  readonly duration: Duration | null;
  /** What stands in the closed field. */
  readonly value: string;
  readonly sayDuration: (duration: Duration) => string;
  /** What is to be known of lasting until changed. */
  readonly openHint?: string;
  readonly onChoose: (duration: Duration) => void;
  readonly onCustom: () => void;
  readonly ref?: Ref<HTMLDivElement>;
}

/** How long something lasts: for a while from now, or until a moment that is chosen elsewhere. */
export function DurationPicker(props: DurationPickerProps) {
  const {
    Picker,
    label,
    isSmall = false,
    offered,
    duration,
    value,
    sayDuration,
    openHint,
    onChoose,
    onCustom,
    ref,
  } = props;
  const styles = useStyles();
  const words = useWords();
  return (
    <div ref={ref} className={styles.whole}>
      <Picker
        label={label}
        isSmall={isSmall}
        offered={[...offered, custom]}
        value={duration ?? custom}
        shown={value}
        say={(name) => (name === custom ? words.say('plan.custom') : sayDuration(name))}
        hint={duration === 'untilChanged' ? openHint : undefined}
        onChoose={(name) => {
          if (name === custom) onCustom();
          else if (name !== duration) onChoose(name);
        }}
      />
    </div>
  );
}
