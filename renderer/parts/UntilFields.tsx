import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type DateTimeText, lastDate } from './DateTimeField.tsx';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: '1fr 1fr', alignItems: 'start', gap: '8px' },
  field: { minWidth: 0 },
  input: { minWidth: 0, width: '100%', backgroundColor: tokens.colorNeutralBackground1 },
});

interface UntilFieldsProps {
  readonly text: DateTimeText;
  readonly earliestDate: string;
  /** What is wrong with it, in words. */
  readonly error: string | null;
  readonly hasFocus: boolean;
  readonly onText: (text: DateTimeText) => void;
}

/** A moment to come, in the time of this computer. */
export function UntilFields({ text, earliestDate, error, hasFocus, onText }: UntilFieldsProps) {
  const styles = useStyles();
  const words = useWords();
  const state = error === null ? 'none' : 'error';
  return (
    <div className={styles.fields}>
      <Field className={styles.field} label={words.say('plan.date')} validationState={state} validationMessage={error}>
        <Input
          className={styles.input}
          type="date"
          lang={words.formats}
          autoFocus={hasFocus}
          min={earliestDate}
          max={lastDate}
          value={text.date}
          onChange={(_, { value }) => onText({ ...text, date: value })}
        />
      </Field>
      <Field className={styles.field} label={words.say('plan.time')}>
        <Input
          className={styles.input}
          type="time"
          lang={words.formats}
          aria-invalid={error !== null}
          value={text.time}
          onChange={(_, { value }) => onText({ ...text, time: value })}
        />
      </Field>
    </div>
  );
}
