import { Dropdown, makeStyles, Option } from '@fluentui/react-components';
import type { RowControl } from './SettingRow.tsx';

const useStyles = makeStyles({ dropdown: { minWidth: '170px' } });

interface ChoiceProps<T extends string> {
  readonly control?: RowControl;
  readonly value: T;
  readonly offered: readonly T[];
  readonly say: (value: T) => string;
  readonly onChoose: (value: T) => void;
}

/** One of a few. */
export function Choice<T extends string>({ control, value, offered, say, onChoose }: ChoiceProps<T>) {
  const styles = useStyles();
  return (
    <Dropdown
      {...control}
      className={styles.dropdown}
      value={say(value)}
      selectedOptions={[value]}
      onOptionSelect={(_, { optionValue }) => {
        const next = offered.find((each) => each === optionValue);
        if (next !== undefined && next !== value) onChoose(next);
      }}
    >
      {offered.map((each) => (
        <Option key={each} value={each}>
          {say(each)}
        </Option>
      ))}
    </Dropdown>
  );
}
