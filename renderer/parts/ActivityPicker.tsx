import { activities, findPresence, type Presence } from '#contract/presence.ts';
import { sayChoice } from '#contract/words.ts';
import type { AnyPicker } from './Picker.tsx';
import { useWords } from './words.ts';

interface ActivityPickerProps {
  readonly Picker: AnyPicker;
  readonly presence: Presence;
  readonly onChoose: (presence: Presence) => void;
}

/** The activities that go with an availability; nothing where there is but one. */
export function ActivityPicker({ Picker, presence, onChoose }: ActivityPickerProps) {
  const words = useWords();
  const { availability, activity } = presence;
  const legal = activities[availability];
  if (legal.length < 2) return null;
  return (
    <Picker
      isSmall
      label={words.say('activity.label')}
      offered={legal}
      value={activity}
      shown={sayChoice(words, presence)}
      say={(name) => sayChoice(words, findPresence(availability, name) ?? presence)}
      onChoose={(name) => {
        const pair = findPresence(availability, name);
        if (pair !== undefined && name !== activity) onChoose(pair);
      }}
    />
  );
}
