import { Dropdown, Field, Option } from '@fluentui/react-components';
import type { Sequel } from '#contract/plan.ts';
import { availabilities } from '#contract/presence.ts';
import { useSmallField } from './field.ts';
import { useWords } from './words.ts';

const sequels: readonly Sequel[] = ['automatic', ...availabilities];

interface SequelPickerProps {
  readonly sequel: Sequel;
  readonly onChoose: (sequel: Sequel) => void;
}

/** What comes when a choice ends. */
export function SequelPicker({ sequel, onChoose }: SequelPickerProps) {
  const styles = useSmallField();
  const words = useWords();
  const say = (name: Sequel) => words.say(name === 'automatic' ? 'plan.automatic' : `availability.${name}`);
  return (
    <Field className={styles.field} label={words.say('plan.then')}>
      <Dropdown
        className={styles.dropdown}
        value={say(sequel)}
        selectedOptions={[sequel]}
        onOptionSelect={(_, { optionValue }) => {
          const next = sequels.find((name) => name === optionValue);
          if (next !== undefined && next !== sequel) onChoose(next);
        }}
      >
        {sequels.map((name) => (
          <Option key={name} value={name}>
            {say(name)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
