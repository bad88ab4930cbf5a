import { isSameZone, systemTimeZone } from '#contract/day.ts';
import type { OutOfOfficeDraft } from '#contract/outOfOfficeState.ts';
import { instantAt, isTimeZone } from '#contract/wallTime.ts';
import { useWords } from '../parts/words.ts';
import { ZonePicker } from '../parts/ZonePicker.tsx';
import { useAppState } from '../projection.ts';

interface AbsenceZoneProps {
  readonly draft: OutOfOfficeDraft;
  readonly now: number;
  readonly error: string | null;
  readonly onDraft: (draft: OutOfOfficeDraft) => void;
}

/** In which zone the times are meant, and what they are here where that differs. */
export function AbsenceZone({ draft, now, error, onDraft }: AbsenceZoneProps) {
  const words = useWords();
  const { mailbox } = useAppState().outOfOffice;
  const here = systemTimeZone();
  const theirs = mailbox?.timeZone ?? null;
  const near = [
    { zone: here, label: words.say('outOfOffice.zone.here', { zone: here }) },
    ...(theirs === null || theirs.iana === null || isSameZone(theirs.iana, here)
      ? []
      : [{ zone: theirs.iana, label: words.say('outOfOffice.zone.mailbox', { zone: theirs.name }) }]),
  ];

  /** The same times where they differ: here, or where the mailbox is that keeps them. */
  function sayElsewhere(): string | null {
    const zone = draft.timeZone.trim();
    const other = zone === here ? (theirs?.iana ?? here) : here;
    if (!isTimeZone(zone) || isSameZone(zone, other)) return null;
    const from = instantAt(`${draft.from.date}T${draft.from.time}:00`, zone);
    const until = instantAt(`${draft.until.date}T${draft.until.time}:00`, zone);
    if (from === null || until === null) return null;
    const times = { from: words.dayAndTime(from, now, other), until: words.dayAndTime(until, now, other) };
    return words.say(other === here ? 'outOfOffice.zone.local' : 'outOfOffice.zone.stored', { zone: other, ...times });
  }

  return (
    <ZonePicker
      zone={draft.timeZone}
      near={near}
      hint={sayElsewhere()}
      error={error}
      onZone={(timeZone) => onDraft({ ...draft, timeZone })}
    />
  );
}
