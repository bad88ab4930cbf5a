import { Dropdown, Field, makeStyles, mergeClasses, Option } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSmallField } from './field.ts';

const useStyles = makeStyles({
  // All of them fit above the field, the last one too.
  option: { paddingBlock: '4px' },
});

export interface PickerProps<T extends string> {
  readonly label: string;
  readonly isSmall?: boolean;
  readonly offered: readonly T[];
  readonly value: T;
  /** What stands in the closed field. */
  readonly shown: string;
  readonly say: (value: T) => string;
  readonly hint?: string | undefined;
  /** Of the chosen one too: it may be asked for anew. */
  readonly onChoose: (value: T) => void;
}

/** A picker itself, or what holds its place. */
export type AnyPicker = <T extends string>(props: PickerProps<T>) => ReactNode;

interface OpenablePickerProps<T extends string> extends PickerProps<T> {
  /** Whether the user asked for it before it was loaded. */
  readonly isOpenAtFirst?: boolean;
}

/** One of a few, under its label. */
export function Picker<T extends string>(props: OpenablePickerProps<T>) {
  const { label, isSmall = false, offered, value, shown, say, hint, onChoose, isOpenAtFirst = false } = props;
  const small = useSmallField();
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpenAtFirst) button.current?.focus();
  }, [isOpenAtFirst]);
  return (
    <Field className={mergeClasses(isSmall && small.field)} label={label}>
      <Dropdown
        button={{ ref: button }}
        className={small.dropdown}
        defaultOpen={isOpenAtFirst}
        value={shown}
        title={hint}
        selectedOptions={[value]}
        onOptionSelect={(_, { optionValue }) => {
          const next = offered.find((each) => each === optionValue);
          if (next !== undefined) onChoose(next);
        }}
      >
        {offered.map((each) => (
          <Option key={each} className={styles.option} value={each}>
            {say(each)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
