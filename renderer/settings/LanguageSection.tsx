import { type LanguageSetting, languageNames, languages, reviewedLanguages } from '#contract/speech.ts';
import { Choice } from '../parts/Choice.tsx';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { useSettings } from './useSettings.ts';

const offered: readonly LanguageSetting[] = ['system', ...languages];

/** In which language the app speaks, and whether anybody has looked that over. */
export function LanguageSection() {
  const words = useWords();
  const { speech } = useAppState();
  const { settings, change, isManaged } = useSettings();
  const isReviewed = reviewedLanguages.includes(speech.language);
  return (
    <SettingsSection>
      <SettingRow
        title={words.say('settings.language')}
        caption={isReviewed ? undefined : words.say('settings.language.machineMade')}
        isManaged={isManaged('language')}
      >
        {(control) => (
          <Choice
            control={control}
            value={settings.language}
            offered={offered}
            say={(value) => (value === 'system' ? words.say('settings.language.system') : languageNames[value])}
            onChoose={(language) => change({ language })}
          />
        )}
      </SettingRow>
    </SettingsSection>
  );
}
