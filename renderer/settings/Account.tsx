import { Button } from '@fluentui/react-components';
import { routeSettings } from '#contract/route.ts';
import { useSend } from '../bridge.tsx';
import { Choice } from '../parts/Choice.tsx';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { sayRoute } from '../screens/detailsView.ts';
import { useNow } from '../screens/useNow.ts';
import { AccountCard } from './AccountCard.tsx';
import { useSettings } from './useSettings.ts';

/** Who is signed in, and how this copy reaches Microsoft 365. */
export function Account() {
  const words = useWords();
  const send = useSend();
  const state = useAppState();
  const now = useNow(60_000);
  const { settings, change, isManaged } = useSettings();
  const { verdict } = state;
  const sayId = (id: string | undefined) => (id === undefined ? '' : words.say('details.requestId', { id }));
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
        {verdict !== null && (
          <SettingRow
            title={words.say('details.route')}
            caption={[sayRoute(words, state, now).text, sayId(verdict.trace.requestId)].join(' ').trim()}
          >
            {() => <Button onClick={() => send('forgetVerdict')}>{words.say('details.forget')}</Button>}
          </SettingRow>
        )}
        <SettingRow title={words.say('settings.registration')} caption={words.say('settings.registration.hint')}>
          {() => <Button onClick={() => send('openConfig')}>{words.say('settings.openFile')}</Button>}
        </SettingRow>
      </SettingsSection>
    </>
  );
}
