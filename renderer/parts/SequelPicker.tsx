import { type Sequel, sequels } from '#contract/plan.ts';
import { saySequel } from '#contract/words.ts';
import type { AnyPicker } from './Picker.tsx';
import { useWords } from './words.ts';

interface SequelPickerProps {
  readonly Picker: AnyPicker;
  readonly sequel: Sequel;
  readonly onChoose: (sequel: Sequel) => void;
}

/** What comes when a choice ends. */
export function SequelPicker({ Picker, sequel, onChoose }: SequelPickerProps) {
  const words = useWords();
  return (
    <Picker
      isSmall
      label={words.say('plan.then')}
      offered={sequels}
      value={sequel}
      shown={saySequel(words, sequel)}
      say={(name) => saySequel(words, name)}
      onChoose={(name) => name !== sequel && onChoose(name)}
    />
  );
}
