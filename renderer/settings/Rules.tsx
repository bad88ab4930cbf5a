import { useState } from 'react';
import type { DesktopEvent, RuleDeed, WorkingHours } from '#contract/rules.ts';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { DeedRow } from './DeedRow.tsx';
import { OutlookHours } from './OutlookHours.tsx';
import { RulePause } from './RulePause.tsx';
import { TypedRow } from './TypedRow.tsx';
import { useSettings } from './useSettings.ts';
import { WeekdayRow } from './WeekdayRow.tsx';

const back: readonly RuleDeed[] = ['keep', 'restore'];

/** What is set by itself: at the desk, and by the hours. */
export function Rules() {
  const words = useWords();
  const { automation } = useAppState();
  const { settings, change, isManaged } = useSettings();
  const deed = (event: DesktopEvent, simple: readonly RuleDeed[] = ['keep']) => (
    <DeedRow
      title={words.say(`rules.${event}`)}
      deed={settings[`${event}Rule`]}
      simple={simple}
      isManaged={isManaged(`${event}Rule`)}
      onDeed={(next) => change({ [`${event}Rule`]: next })}
    />
  );
  return (
    <>
      <RulePause />
      <SettingsSection heading={words.say('rules.desk')}>
        {deed('lock')}
        {deed('unlock', back)}
        {automation.canTellIdle ? (
          <>
            {deed('idle')}
            <TypedRow
              title={words.say('rules.idle.after')}
              type="number"
              min={1}
              max={240}
              value={String(settings.idleMinutes)}
              problemOf={(value) => (isWithin(value, 1, 240) ? null : words.say('rules.number', { min: 1, max: 240 }))}
              isManaged={isManaged('idleMinutes')}
              onValue={(value) => change({ idleMinutes: Number(value) })}
            />
          </>
        ) : (
          <SettingRow title={words.say('rules.idle')} caption={words.say('rules.idle.untold')}>
            {() => null}
          </SettingRow>
        )}
        {deed('sleep')}
        {deed('wake', back)}
        {deed('quit')}
      </SettingsSection>
      <Hours
        hours={settings.workingHours}
        isManaged={isManaged('workingHours')}
        onHours={(workingHours) => change({ workingHours })}
      />
    </>
  );
}

/** Whether a text is a whole number within bounds. */
export function isWithin(value: string, min: number, max: number): boolean {
  return /^\d{1,4}$/.test(value) && Number(value) >= min && Number(value) <= max;
}

interface HoursProps {
  readonly hours: WorkingHours;
  readonly isManaged: boolean;
  readonly onHours: (hours: WorkingHours) => void;
}

function Hours({ hours, isManaged, onHours }: HoursProps) {
  const words = useWords();
  // What was refused in a field is let go of once other hours are taken over: it might make sense with those.
  const [takenOver, setTakenOver] = useState(0);
  const problem = (from: string, to: string) => {
    if (from === '' || to === '') return words.say('rules.noTime');
    return from < to ? null : words.say('rules.hours.order');
  };
  return (
    <SettingsSection heading={words.say('rules.hours')}>
      <WeekdayRow
        title={words.say('rules.hours.days')}
        days={hours.days}
        isManaged={isManaged}
        onDays={(days) => onHours({ ...hours, days })}
      />
      <TypedRow
        key={`from ${takenOver}`}
        title={words.say('rules.hours.from')}
        type="time"
        value={hours.from}
        problemOf={(from) => problem(from, hours.to)}
        isManaged={isManaged}
        onValue={(from) => onHours({ ...hours, from })}
      />
      <TypedRow
        key={`to ${takenOver}`}
        title={words.say('rules.hours.to')}
        type="time"
        value={hours.to}
        problemOf={(to) => problem(hours.from, to)}
        isManaged={isManaged}
        onValue={(to) => onHours({ ...hours, to })}
      />
      <OutlookHours
        hours={hours}
        isManaged={isManaged}
        onHours={(outlooks) => {
          setTakenOver((count) => count + 1);
          onHours({ ...hours, ...outlooks });
        }}
      />
      <DeedRow
        title={words.say('rules.hours.inside')}
        deed={hours.inside}
        simple={back}
        isManaged={isManaged}
        onDeed={(inside) => onHours({ ...hours, inside })}
      />
      <DeedRow
        title={words.say('rules.hours.outside')}
        deed={hours.outside}
        simple={back}
        isManaged={isManaged}
        onDeed={(outside) => onHours({ ...hours, outside })}
      />
    </SettingsSection>
  );
}
