import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { MailboxHours } from '#contract/automaticReplies.ts';
import { isSameZone, systemTimeZone } from '#contract/day.ts';
import { toInstant } from '#contract/instant.ts';
import { lacksReplies, sayTrouble } from '#contract/outOfOfficeWords.ts';
import type { WorkingHours } from '#contract/rules.ts';
import { weekDays } from '#contract/week.ts';
import type { Words } from '#contract/words.ts';
import { useSend } from '../bridge.tsx';
import { SettingRow } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { AskingButtons } from '../screens/MailboxPart.tsx';

type Hours = Pick<WorkingHours, 'days' | 'from' | 'to'>;

interface OutlookHoursProps {
  readonly hours: Hours;
  readonly isManaged: boolean;
  readonly onHours: (hours: Hours) => void;
}

/** The working hours that Outlook has, to be taken over by a click. */
export function OutlookHours({ hours, isManaged, onHours }: OutlookHoursProps) {
  const words = useWords();
  const send = useSend();
  const { session, outOfOffice } = useAppState();
  const { mailbox, access } = outOfOffice;
  const found = mailbox?.workingHours ?? null;

  // Once for each visit, since they may have been changed in Outlook. A mailbox that is not open to us is left alone.
  const ask = useRef(() => access === 'ready' && send('readMailbox'));
  useEffect(() => {
    ask.current();
  }, []);

  if (session.status !== 'signedIn') return null;
  const caption = found === null ? sayWhy(words, outOfOffice) : sayHours(words, found);
  return (
    <SettingRow title={words.say('rules.outlook')} caption={caption} isTold isManaged={isManaged}>
      {(control) => {
        const told = { 'aria-describedby': `${control['aria-labelledby']} ${control['aria-describedby']}` };
        if (found !== null) {
          const { days, from, to } = found;
          const isInUse = isSame(hours, found);
          return (
            <Button
              {...told}
              disabled={control.disabled}
              disabledFocusable={isInUse}
              onClick={() => onHours({ days, from, to })}
            >
              {words.say(isInUse ? 'rules.outlook.same' : 'rules.outlook.use')}
            </Button>
          );
        }
        if (access === 'asking') return <AskingButtons />;
        if (access === 'notAllowed' || access === 'refused' || access === 'adminRequired') {
          return (
            <Button {...told} disabled={control.disabled} onClick={() => send('allowMailbox', 'settings')}>
              {words.say('outOfOffice.mailbox.allow')}
            </Button>
          );
        }
        if (access === 'unknown' || access === 'failed' || access === 'ready') {
          return (
            <Button {...told} disabled={control.disabled} onClick={() => send('readMailbox')}>
              {words.say('rules.outlook.read')}
            </Button>
          );
        }
        return null;
      }}
    </SettingRow>
  );
}

function isSame(hours: Hours, { days, from, to }: MailboxHours): boolean {
  return (
    hours.from === from && hours.to === to && weekDays.every((day) => hours.days.includes(day) === days.includes(day))
  );
}

function sayHours(words: Words, { days, from, to, timeZone }: MailboxHours): string {
  const time = (text: string) => words.time(toInstant(Date.parse(`2001-01-01T${text}`)));
  const spoken = words.say('rules.outlook.hours', {
    days: weekDays
      .filter((day) => days.includes(day))
      .map((day) => words.weekday(day, 'short'))
      .join(', '),
    from: time(from),
    to: time(to),
  });
  if (timeZone === null || (timeZone.iana !== null && isSameZone(timeZone.iana, systemTimeZone()))) return spoken;
  return words.say('rules.outlook.elsewhere', { hours: spoken, zone: timeZone.iana ?? timeZone.name });
}

function sayWhy(words: Words, { access, mailbox, problem }: ReturnType<typeof useAppState>['outOfOffice']): string {
  if (lacksReplies(access)) return words.say(`rules.outlook.${access}`);
  if (access === 'asking') return words.say('outOfOffice.mailbox.asking');
  if (problem !== null) return sayTrouble(words, problem);
  if (access === 'ready' && mailbox !== null) return words.say('rules.outlook.none');
  if (access === 'notAllowed') return words.say('rules.outlook.asks');
  return words.say(access === 'unknown' ? 'rules.outlook.unread' : 'rules.outlook.reading');
}
