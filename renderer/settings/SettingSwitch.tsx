import { Switch } from '@fluentui/react-components';
import type { Settings } from '#contract/settings.ts';
import { SettingRow } from '../parts/SettingRow.tsx';
import { useSettings } from './useSettings.ts';

/** The settings that are on or off. */
type SwitchKey = { [K in keyof Settings]: Settings[K] extends boolean ? K : never }[keyof Settings];

interface SettingSwitchProps {
  readonly setting: SwitchKey;
  readonly title: string;
  readonly caption?: string;
}

/** A setting that is on or off. */
export function SettingSwitch({ setting, title, caption }: SettingSwitchProps) {
  const { settings, change, isManaged } = useSettings();
  return (
    <SettingRow title={title} caption={caption} isManaged={isManaged(setting)}>
      {(control) => (
        <Switch
          {...control}
          checked={settings[setting]}
          onChange={(_, { checked }) => change({ [setting]: checked })}
        />
      )}
    </SettingRow>
  );
}
