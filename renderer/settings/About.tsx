import { Button } from '@fluentui/react-components';
import { useSend } from '../bridge.tsx';
import { AppMark } from '../parts/AppMark.tsx';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { useCopied } from '../screens/useWayOut.ts';
import { UpdateRows } from './UpdateRows.tsx';

/** What this copy is. */
export function About() {
  const words = useWords();
  const send = useSend();
  const { about, updates, settings } = useAppState();
  const [copied, confirm] = useCopied();
  const asksForUpdates = updates.by === 'itself' && settings.keepUpToDate;
  function copy() {
    confirm('copyDiagnostics');
    send('copyDiagnostics');
  }
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
          {() => (
            <Button onClick={copy}>{words.say(copied === null ? 'menu.copyDiagnostics' : 'signIn.copied')}</Button>
          )}
        </SettingRow>
        <SettingRow title="config.json" caption={words.say('settings.file')}>
          {() => <Button onClick={() => send('openConfig')}>{words.say('settings.openFile')}</Button>}
        </SettingRow>
      </SettingsSection>
      <UpdateRows />
    </>
  );
}
