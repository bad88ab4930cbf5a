import { Button, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { toInstant } from '#contract/instant.ts';
import type { OutOfOfficeDraft } from '#contract/outOfOfficeState.ts';
import { wallTimeAt } from '#contract/wallTime.ts';
import { DateTimeField } from '../parts/DateTimeField.tsx';
import { FieldError } from '../parts/FieldError.tsx';
import { useWords } from '../parts/words.ts';
import { AbsenceOptions } from './AbsenceOptions.tsx';
import { AbsenceZone } from './AbsenceZone.tsx';
import { MailboxPart } from './MailboxPart.tsx';
import { type DraftFault, type DraftField, sayDraftFault } from './outOfOfficeDraft.ts';
import { RepliesPart } from './RepliesPart.tsx';
import { untilTextOf } from './untilText.ts';

const useStyles = makeStyles({
  radios: { marginInlineStart: '-8px' },
  review: { alignSelf: 'flex-start', marginInlineStart: '-8px' },
});

export interface OutOfOfficeFieldsProps {
  readonly draft: OutOfOfficeDraft;
  readonly fault: DraftFault | null;
  /** Units: milliseconds since 1970. */
  readonly now: number;
  readonly onDraft: (draft: OutOfOfficeDraft) => void;
  readonly onReview: () => void;
}

/** What an absence is made of: when, what is sent to whom, and what else shows it. */
export function OutOfOfficeFields(props: OutOfOfficeFieldsProps) {
  const { draft, fault, now, onDraft, onReview } = props;
  const styles = useStyles();
  const words = useWords();
  const errorOf = (field: DraftField) => (fault?.field === field ? sayDraftFault(words, fault) : null);
  // A zone that nobody knows has no today; the one here is as good as any.
  const today = wallTimeAt(toInstant(now), draft.timeZone.trim())?.slice(0, 10) ?? untilTextOf(now).date;
  const moment = (field: 'from' | 'until') => (
    <DateTimeField
      label={words.say(`outOfOffice.${field}`)}
      dateLabel={words.say(`outOfOffice.${field}.date`)}
      timeLabel={words.say(`outOfOffice.${field}.time`)}
      text={draft[field]}
      earliestDate={today}
      error={errorOf(field)}
      onText={(text) => onDraft({ ...draft, [field]: text })}
    />
  );
  const formError = errorOf('form');
  return (
    <>
      <RadioGroup
        className={styles.radios}
        aria-label={words.say('outOfOffice.when')}
        layout="horizontal"
        value={draft.isTimed ? 'timed' : 'now'}
        onChange={(_, { value }) => onDraft({ ...draft, isTimed: value === 'timed' })}
      >
        <Radio value="now" label={words.say('outOfOffice.now')} />
        <Radio value="timed" label={words.say('outOfOffice.timed')} />
      </RadioGroup>
      {draft.isTimed && (
        <>
          {moment('from')}
          {moment('until')}
          <AbsenceZone draft={draft} now={now} error={errorOf('zone')} onDraft={onDraft} />
        </>
      )}
      <RepliesPart {...props} errorOf={errorOf} />
      <MailboxPart />
      <AbsenceOptions draft={draft} onDraft={onDraft} />
      {formError !== null && <FieldError text={formError} />}
      <Button className={styles.review} appearance="transparent" size="small" onClick={onReview}>
        {words.say('outOfOffice.review')}
      </Button>
    </>
  );
}
