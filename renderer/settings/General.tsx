import { quitSettings } from '#contract/settings.ts';
import { Choice } from '../parts/Choice.tsx';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { AccountCard } from './AccountCard.tsx';
import { LanguageSection } from './LanguageSection.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';
import { useSettings } from './useSettings.ts';

/** The page that opens first. */
export function General() {
  const words = useWords();
  const { settings, change, isManaged } = useSettings();
  return (
    <>
      <AccountCard />
      <LanguageSection />
      <SettingsSection heading={words.say('settings.notifications')}>
        <SettingSwitch setting="notifyEnding" title={words.say('settings.notifyEnding')} />
        <SettingSwitch setting="notifyElsewhere" title={words.say('settings.notifyElsewhere')} />
        <SettingSwitch setting="notifyFailed" title={words.say('settings.notifyFailed')} />
        <SettingSwitch setting="notifySignIn" title={words.say('settings.notifySignIn')} />
        <SettingSwitch setting="notifyAbsence" title={words.say('settings.notifyAbsence')} />
      </SettingsSection>
      <SettingsSection heading={words.say('settings.visible')}>
        <SettingSwitch
          setting="stopVisibleOnLock"
          title={words.say('settings.stopVisibleOnLock')}
          caption={words.say('settings.stopVisibleOnLock.hint')}
        />
      </SettingsSection>
      <SettingsSection heading={words.say('settings.memory')}>
        <SettingSwitch
          setting="freeMemory"
          title={words.say('settings.freeMemory')}
          caption={words.say('settings.freeMemory.hint')}
        />
      </SettingsSection>
      <SettingsSection heading={words.say('settings.quit')}>
        <SettingRow
          title={words.say('settings.onQuit')}
          caption={words.say('settings.onQuit.hint')}
          isManaged={isManaged('onQuit')}
        >
          {(control) => (
            <Choice
              control={control}
              value={settings.onQuit}
              offered={quitSettings}
              say={(value) => words.say(`settings.onQuit.${value}`)}
              onChoose={(onQuit) => change({ onQuit })}
            />
          )}
        </SettingRow>
      </SettingsSection>
    </>
  );
}
