import { makeStyles, mergeClasses, ToggleButton } from '@fluentui/react-components';
import type { Weekday } from '#contract/rules.ts';
import { weekDays, weekOf } from '#contract/week.ts';
import { useLockedToggle } from '../parts/lockedToggle.ts';
import { SettingRow } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap', gap: '2px', minWidth: 0, border: 'none', margin: 0, padding: 0 },
  day: { minWidth: '36px', paddingLeft: '4px', paddingRight: '4px' },
});

interface WeekdayRowProps {
  readonly title: string;
  readonly days: readonly Weekday[];
  readonly isManaged: boolean;
  readonly onDays: (days: Weekday[]) => void;
}

/** Days of the week, each on or off. */
export function WeekdayRow({ title, days, isManaged, onDays }: WeekdayRowProps) {
  const styles = useStyles();
  const { locked } = useLockedToggle();
  const words = useWords();
  const week = weekOf(new Intl.Locale(words.formats));
  return (
    <SettingRow title={title} isManaged={isManaged}>
      {({ disabled, ...names }) => (
        <fieldset className={styles.days} {...names}>
          {week.map((day) => (
            <ToggleButton
              key={day}
              className={mergeClasses(styles.day, disabled && days.includes(day) && locked)}
              size="small"
              appearance={days.includes(day) ? 'primary' : 'secondary'}
              disabled={disabled}
              checked={days.includes(day)}
              title={words.weekday(day, 'long')}
              onClick={() => onDays(weekDays.filter((each) => days.includes(each) !== (each === day)))}
            >
              {words.weekday(day, 'short')}
            </ToggleButton>
          ))}
        </fieldset>
      )}
    </SettingRow>
  );
}
