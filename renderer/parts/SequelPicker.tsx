import type { Sequel } from '#contract/plan.ts';
import { availabilities } from '#contract/presence.ts';
import type { AnyPicker } from './Picker.tsx';
import { useWords } from './words.ts';

const sequels: readonly Sequel[] = ['automatic', ...availabilities];

interface SequelPickerProps {
  readonly Picker: AnyPicker;
  readonly sequel: Sequel;
  readonly onChoose: (sequel: Sequel) => void;
}

/** What comes when a choice ends. */
export function SequelPicker({ Picker, sequel, onChoose }: SequelPickerProps) {
  const words = useWords();
  const say = (name: Sequel) => words.say(name === 'automatic' ? 'plan.automatic' : `availability.${name}`);
  return (
    <Picker
      isSmall
      label={words.say('plan.then')}
      offered={sequels}
      value={sequel}
      shown={say(sequel)}
      say={say}
      onChoose={(name) => name !== sequel && onChoose(name)}
    />
  );
}
