import { Input, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { SettingRow } from '../parts/SettingRow.tsx';
import { useLeave } from '../parts/useLeave.ts';
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

/**
 * A time or a number that is typed. It holds once the field is left or Enter is pressed, since on the way to 10 there is
 * a 1; a word says at once why it cannot. Nothing that comes from elsewhere takes its place before.
 */
export function TypedRow({ title, type, value, min, max, problemOf, isManaged, onValue }: TypedRowProps) {
  const styles = useStyles();
  const words = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  // A time of which a part is missing has the value of an empty one, and is none.
  const [isHalf, setIsHalf] = useState(false);
  const isHalfTime = type === 'time' && isHalf;
  const problem = isHalfTime ? words.say('rules.halfTime') : problemOf(typed ?? value);

  function save(): void {
    if (typed === null || problem !== null) return;
    setTyped(null);
    if (typed !== value) onValue(typed);
  }
  useEffect(() => {
    // The field was left; or since then, what stood in the way has gone.
    if (!hasFocus) save();
  });
  useLeave(save);
  return (
    <SettingRow title={title} caption={problem ?? undefined} isTold isManaged={isManaged}>
      {(control) => (
        <Input
          {...control}
          className={styles.input}
          type={type}
          lang={words.formats}
          min={min}
          max={max}
          value={typed ?? value}
          aria-invalid={problem !== null}
          onFocus={() => setHasFocus(true)}
          onBlur={({ currentTarget }) => {
            setIsHalf(currentTarget.validity.badInput);
            setHasFocus(false);
          }}
          onKeyDown={({ key }) => key === 'Enter' && save()}
          onChange={({ currentTarget }, { value: next }) => {
            setIsHalf(currentTarget.validity.badInput);
            setTyped(next);
          }}
        />
      )}
    </SettingRow>
  );
}
