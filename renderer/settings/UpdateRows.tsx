import { Button } from '@fluentui/react-components';
import type { Updates } from '#contract/updates.ts';
import type { Words } from '#contract/words.ts';
import { useSend } from '../bridge.tsx';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { useNow } from '../screens/useNow.ts';
import { SettingSwitch } from './SettingSwitch.tsx';

/** Whether this copy keeps itself up to date, and how that goes. */
export function UpdateRows() {
  const words = useWords();
  const send = useSend();
  const now = useNow(60_000);
  const { updates, settings } = useAppState();
  const { by, step } = updates;
  const isOn = by === 'itself' && settings.keepUpToDate;
  const isBusy = step.status === 'checking' || step.status === 'fetching';
  if (by === 'nobody') return null;
  return (
    <SettingsSection heading={words.say('update.title')}>
      {by === 'itself' && (
        <SettingSwitch
          setting="keepUpToDate"
          title={words.say('update.keep')}
          caption={words.say('update.keep.hint')}
        />
      )}
      <SettingRow title={<span role="status">{sayUpdates(words, updates, settings.keepUpToDate, now)}</span>}>
        {() =>
          isOn &&
          (step.status === 'ready' ? (
            <Button onClick={() => send('restartToUpdate')}>{words.say('update.restart')}</Button>
          ) : (
            <Button disabledFocusable={isBusy} onClick={() => send('checkForUpdates')}>
              {words.say('update.check')}
            </Button>
          ))
        }
      </SettingRow>
    </SettingsSection>
  );
}

function sayUpdates(words: Words, { by, step, checkedAt }: Updates, isOn: boolean, now: number): string {
  if (by === 'packageManager') return words.say('update.packageManager');
  if (!isOn) return words.say('update.off');
  if (step.status === 'failed') return words.say(`update.${step.problem}`);
  if (step.status === 'fetching' || step.status === 'ready') {
    return words.say(`update.${step.status}`, { version: step.version });
  }
  if (step.status === 'checking' || checkedAt === null) return words.say(`update.${step.status}`);
  return words.say('update.current', { time: words.dayAndTime(checkedAt, now) });
}
