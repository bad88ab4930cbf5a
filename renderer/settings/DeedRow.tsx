import type { RuleDeed } from '#contract/rules.ts';
import { Choice } from '../parts/Choice.tsx';
import { SettingRow } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { deedKey, deedKeys, deedOf, sayDeed } from './deedView.ts';
import { useSettings } from './useSettings.ts';

interface DeedRowProps {
  readonly title: string;
  readonly deed: RuleDeed;
  /** What can be chosen beside states and presets. */
  readonly simple: readonly RuleDeed[];
  readonly isManaged: boolean;
  readonly onDeed: (deed: RuleDeed) => void;
}

/** What a rule does. */
export function DeedRow({ title, deed, simple, isManaged, onDeed }: DeedRowProps) {
  const words = useWords();
  const { presets } = useSettings().settings;
  return (
    <SettingRow title={title} isManaged={isManaged}>
      {(control) => (
        <Choice
          control={control}
          value={deedKey(deed)}
          offered={deedKeys(deed, presets, simple)}
          say={(key) => sayDeed(words, key, presets)}
          onChoose={(key) => onDeed(deedOf(key))}
        />
      )}
    </SettingRow>
  );
}
