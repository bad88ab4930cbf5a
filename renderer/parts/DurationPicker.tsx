import { Dropdown, Field, makeStyles, mergeClasses, Option, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import { type Duration, durations } from '#contract/plan.ts';
import { useSmallField } from './field.ts';
import { useWords } from './words.ts';

/** Of the option that is no duration, but asks for a date and a time. */
const custom = 'custom';

const useStyles = makeStyles({
  whole: { minWidth: 0 },
  dropdown: { backgroundColor: tokens.colorNeutralBackground1 },
  // All of them fit above the field, the last one too.
  option: { paddingBlock: '4px' },
});

interface DurationPickerProps {
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
  const { label, isSmall = false, offered, duration, value, sayDuration, openHint, onChoose, onCustom, ref } = props;
  const small = useSmallField();
  const styles = useStyles();
  const words = useWords();

  return (
    <div ref={ref} className={styles.whole}>
      <Field className={isSmall ? small.field : undefined} label={label}>
        <Dropdown
          className={mergeClasses(small.dropdown, styles.dropdown)}
          value={value}
          {...(duration === 'untilChanged' && openHint !== undefined && { title: openHint })}
          selectedOptions={[duration ?? custom]}
          onOptionSelect={(_, { optionValue }) => {
            const next = durations.find((name) => name === optionValue);
            if (next === undefined) onCustom();
            else if (next !== duration) onChoose(next);
          }}
        >
          {offered.map((name) => (
            <Option key={name} className={styles.option} value={name}>
              {sayDuration(name)}
            </Option>
          ))}
          <Option className={styles.option} value={custom}>
            {words.say('plan.custom')}
          </Option>
        </Dropdown>
      </Field>
    </div>
  );
}
