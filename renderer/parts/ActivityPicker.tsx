import { Dropdown, Field, Option } from '@fluentui/react-components';
import { activities, findPresence, type Presence } from '#contract/presence.ts';
import { sayChoice } from '#contract/words.ts';
import { useSmallField } from './field.ts';
import { useWords } from './words.ts';

interface ActivityPickerProps {
  readonly presence: Presence;
  readonly onChoose: (presence: Presence) => void;
}

/** The activities that go with an availability; nothing where there is but one. */
export function ActivityPicker({ presence, onChoose }: ActivityPickerProps) {
  const styles = useSmallField();
  const words = useWords();
  const legal = activities[presence.availability]
    .map((activity) => findPresence(presence.availability, activity))
    .filter((pair) => pair !== undefined);
  if (legal.length < 2) return null;
  return (
    <Field className={styles.field} label={words.say('activity.label')}>
      <Dropdown
        className={styles.dropdown}
        value={sayChoice(words, presence)}
        selectedOptions={[presence.activity]}
        onOptionSelect={(_, { optionValue }) => {
          const pair = legal.find(({ activity }) => activity === optionValue);
          if (pair !== undefined && pair.activity !== presence.activity) onChoose(pair);
        }}
      >
        {legal.map((pair) => (
          <Option key={pair.activity} value={pair.activity}>
            {sayChoice(words, pair)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
