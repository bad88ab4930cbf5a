import { Switch } from '@fluentui/react-components';
import type { StartupRule } from '#contract/rules.ts';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { isWithin } from './Rules.tsx';
import { TypedRow } from './TypedRow.tsx';
import { WeekdayRow } from './WeekdayRow.tsx';

interface StartupConditionsProps {
  readonly rule: StartupRule;
  readonly isManaged: boolean;
  readonly onRule: (part: Partial<StartupRule>) => void;
}

/** When the startup rule is to act, and when it is to stand back. */
export function StartupConditions({ rule, isManaged, onRule }: StartupConditionsProps) {
  const words = useWords();
  return (
    <SettingsSection heading={words.say('startup.conditions')}>
      <WeekdayRow
        title={words.say('startup.days')}
        days={rule.weekdays}
        isManaged={isManaged}
        onDays={(weekdays) => onRule({ weekdays })}
      />
      {(['from', 'to'] as const).map((edge) => (
        <TypedRow
          key={edge}
          title={words.say(`startup.${edge}`)}
          type="time"
          value={rule[edge] ?? ''}
          problemOf={() => null}
          isManaged={isManaged}
          onValue={(time) => onRule({ [edge]: time === '' ? null : time })}
        />
      ))}
      <TypedRow
        title={words.say('startup.delay')}
        type="number"
        min={0}
        max={600}
        value={String(rule.delaySeconds)}
        problemOf={(value) => (isWithin(value, 0, 600) ? null : words.say('rules.number', { min: 0, max: 600 }))}
        isManaged={isManaged}
        onValue={(value) => onRule({ delaySeconds: Number(value) })}
      />
      {(['notWhileOutOfOffice', 'notOverStronger'] as const).map((condition) => (
        <SettingRow key={condition} title={words.say(`startup.${condition}`)} isManaged={isManaged}>
          {(control) => (
            <Switch
              {...control}
              checked={rule[condition]}
              onChange={(_, { checked }) => onRule({ [condition]: checked })}
            />
          )}
        </SettingRow>
      ))}
    </SettingsSection>
  );
}
