import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { untilPlaceholder } from '#contract/outOfOfficePlan.ts';
import type { OutOfOfficeDraft } from '#contract/outOfOfficeState.ts';
import { statusMessageLimit } from '#contract/statusMessage.ts';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';

const useStyles = makeStyles({
  options: { display: 'flex', flexDirection: 'column', marginInlineStart: '-8px' },
  field: { marginInlineStart: '8px' },
  input: { backgroundColor: tokens.colorNeutralBackground1 },
});

interface AbsenceOptionsProps {
  readonly draft: OutOfOfficeDraft;
  readonly onDraft: (draft: OutOfOfficeDraft) => void;
}

/** What else shows the absence. Where presences have no such property, nothing is offered that they lack. */
export function AbsenceOptions({ draft, onDraft }: AbsenceOptionsProps) {
  const styles = useStyles();
  const words = useWords();
  const { isInPresence } = useAppState().outOfOffice;
  const { inPresence, isTimed, statusMessage } = draft;
  const first = isTimed
    ? words.say('outOfOffice.statusMessage.first', { until: untilPlaceholder })
    : words.say('home.outOfOffice');
  return (
    <div className={styles.options}>
      {isInPresence && (
        <Checkbox
          label={words.say('outOfOffice.inPresence')}
          checked={inPresence}
          onChange={(_, { checked }) => onDraft({ ...draft, inPresence: checked === true })}
        />
      )}
      <Checkbox
        label={words.say('outOfOffice.setMessage')}
        checked={statusMessage !== null}
        onChange={(_, { checked }) => onDraft({ ...draft, statusMessage: checked === true ? first : null })}
      />
      {statusMessage !== null && (
        <Field className={styles.field} label={words.say('outOfOffice.statusMessage')}>
          <Input
            className={styles.input}
            maxLength={statusMessageLimit}
            value={statusMessage}
            onChange={(_, { value }) => onDraft({ ...draft, statusMessage: value })}
          />
        </Field>
      )}
    </div>
  );
}
