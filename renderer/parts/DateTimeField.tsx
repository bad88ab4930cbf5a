import { Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { FieldError } from './FieldError.tsx';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  label: { ...typographyStyles.body1, padding: '2px 0' },
  row: { display: 'grid', gridTemplateColumns: '1fr 136px', gap: '8px' },
  input: { minWidth: 0, width: '100%', backgroundColor: tokens.colorNeutralBackground1 },
});

/** Of dates. Without one, Chromium takes years of six digits, and a date with such a year is none. */
export const lastDate = '9999-12-31';

/** A date and a time as the fields hold them: `2026-12-01` and `17:30`, or empty. */
export interface DateTimeText {
  readonly date: string;
  readonly time: string;
}

interface DateTimeFieldProps {
  readonly label: string;
  readonly dateLabel: string;
  readonly timeLabel: string;
  readonly text: DateTimeText;
  readonly earliestDate: string;
  /** What is wrong with it, in words. */
  readonly error: string | null;
  readonly onText: (text: DateTimeText) => void;
}

/** A moment, in a time zone that is chosen elsewhere. Chromium's own pickers, in the app's language and the system's region. */
export function DateTimeField({ label, dateLabel, timeLabel, text, earliestDate, error, onText }: DateTimeFieldProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.row}>
        <Input
          className={styles.input}
          type="date"
          lang={words.formats}
          aria-label={dateLabel}
          aria-invalid={error !== null}
          min={earliestDate}
          max={lastDate}
          value={text.date}
          onChange={(_, { value }) => onText({ ...text, date: value })}
        />
        <Input
          className={styles.input}
          type="time"
          lang={words.formats}
          aria-label={timeLabel}
          aria-invalid={error !== null}
          value={text.time}
          onChange={(_, { value }) => onText({ ...text, time: value })}
        />
      </div>
      {error !== null && <FieldError text={error} />}
    </fieldset>
  );
}
