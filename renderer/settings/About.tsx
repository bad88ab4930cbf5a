import { Button } from '@fluentui/react-components';
import { useSend } from '../bridge.tsx';
import { AppMark } from '../parts/AppMark.tsx';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { UpdateRows } from './UpdateRows.tsx';

/** What this copy is. */
export function About() {
  const words = useWords();
  const send = useSend();
  const { about, updates, settings } = useAppState();
  const asksForUpdates = updates.by === 'itself' && settings.keepUpToDate;
  return (
    <>
      <SettingsSection heading={words.say('app.name')}>
        <SettingRow
          title={words.say('settings.version', { version: about.version })}
          caption={words.say('settings.notAffiliated')}
          sign={<AppMark />}
        >
          {() => null}
        </SettingRow>
        <SettingRow title={words.say(asksForUpdates ? 'settings.privacyUpdates' : 'settings.privacy')}>
          {() => <Button onClick={() => send('copyDiagnostics')}>{words.say('action.copyProblem')}</Button>}
        </SettingRow>
        <SettingRow title="config.json" caption={words.say('settings.file')}>
          {() => <Button onClick={() => send('openConfig')}>{words.say('settings.openFile')}</Button>}
        </SettingRow>
      </SettingsSection>
      <UpdateRows />
    </>
  );
}
