import { Switch } from '@fluentui/react-components';
import type { StartupRule } from '#contract/rules.ts';
import { useSend } from '../bridge.tsx';
import { Choice } from '../parts/Choice.tsx';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { DeedRow } from './DeedRow.tsx';
import { RulePause } from './RulePause.tsx';
import { StartupConditions } from './StartupConditions.tsx';
import { useSettings } from './useSettings.ts';

const whens = ['never', 'login', 'everyStart'] as const satisfies readonly StartupRule['when'][];

/** How the app starts, and what it sets when your day begins. */
export function Startup() {
  const send = useSend();
  const words = useWords();
  const { openAtLogin } = useAppState();
  const { settings, change, isManaged } = useSettings();
  const { startupRule: rule } = settings;
  const changeRule = (part: Partial<StartupRule>) => change({ startupRule: { ...rule, ...part } });
  const isPlain = openAtLogin === 'on' || openAtLogin === 'off';
  return (
    <>
      <SettingsSection>
        <SettingRow
          title={words.say('startup.login')}
          caption={words.say(isPlain ? 'startup.login.caption' : `startup.login.${openAtLogin}`)}
          isTold
        >
          {(control) => (
            <Switch
              {...control}
              disabled={openAtLogin === 'notOffered'}
              checked={openAtLogin === 'on' || openAtLogin === 'needsApproval'}
              onChange={(_, { checked }) => send('setOpenAtLogin', checked)}
            />
          )}
        </SettingRow>
      </SettingsSection>
      <SettingsSection heading={words.say('startup.rule')}>
        <SettingRow title={words.say('startup.when')} isManaged={isManaged('startupRule')}>
          {(control) => (
            <Choice
              control={control}
              value={rule.when}
              offered={whens}
              say={(when) => words.say(`startup.when.${when}`)}
              onChoose={(when) => changeRule({ when })}
            />
          )}
        </SettingRow>
        {rule.when !== 'never' && (
          <DeedRow
            title={words.say('startup.deed')}
            deed={rule.deed}
            simple={[]}
            isManaged={isManaged('startupRule')}
            onDeed={(deed) => changeRule({ deed })}
          />
        )}
      </SettingsSection>
      {rule.when !== 'never' && (
        <StartupConditions rule={rule} isManaged={isManaged('startupRule')} onRule={changeRule} />
      )}
      <RulePause />
    </>
  );
}
