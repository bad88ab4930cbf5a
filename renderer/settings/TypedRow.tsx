import { Input, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { SettingRow } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';

const useStyles = makeStyles({ input: { width: '170px' } });

interface TypedRowProps {
  readonly title: string;
  readonly type: 'time' | 'number';
  readonly value: string;
  /** Units: as the title says; for numbers. */
  readonly min?: number;
  readonly max?: number;
  /** Why what is typed cannot be used; null where it can. */
  readonly problemOf: (value: string) => string | null;
  readonly isManaged: boolean;
  readonly onValue: (value: string) => void;
}

/** A time or a number that is typed. It holds as soon as it can be used, and a word says why where it cannot. */
export function TypedRow({ title, type, value, min, max, problemOf, isManaged, onValue }: TypedRowProps) {
  const styles = useStyles();
  const words = useWords();
  const [typed, setTyped] = useState(value);
  const problem = problemOf(typed);
  useEffect(() => setTyped(value), [value]);
  return (
    <SettingRow title={title} caption={problem ?? undefined} isManaged={isManaged}>
      {(control) => (
        <Input
          {...control}
          className={styles.input}
          type={type}
          lang={words.formats}
          min={min}
          max={max}
          value={typed}
          aria-invalid={problem !== null}
          onChange={(_, { value: next }) => {
            setTyped(next);
            if (problemOf(next) === null && next !== value) onValue(next);
          }}
        />
      )}
    </SettingRow>
  );
}
