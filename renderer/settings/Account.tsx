import { Button } from '@fluentui/react-components';
import { routeSettings } from '#contract/route.ts';
import { useSend } from '../bridge.tsx';
import { Choice } from '../parts/Choice.tsx';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { AccountCard } from './AccountCard.tsx';
import { useSettings } from './useSettings.ts';

/** Who is signed in, and how this copy reaches Microsoft 365. */
export function Account() {
  const words = useWords();
  const send = useSend();
  const { settings, change, isManaged } = useSettings();
  return (
    <>
      <AccountCard />
      <SettingsSection heading={words.say('settings.connection')}>
        <SettingRow
          title={words.say('settings.route')}
          caption={words.say('settings.route.hint')}
          isManaged={isManaged('route')}
        >
          {(control) => (
            <Choice
              control={control}
              value={settings.route}
              offered={routeSettings}
              say={(value) => words.say(`settings.route.${value}`)}
              onChoose={(route) => change({ route })}
            />
          )}
        </SettingRow>
        <SettingRow title={words.say('settings.registration')} caption={words.say('settings.registration.hint')}>
          {() => <Button onClick={() => send('openConfig')}>{words.say('settings.openFile')}</Button>}
        </SettingRow>
      </SettingsSection>
    </>
  );
}
