import { Dropdown, Field, makeStyles, Option } from '@fluentui/react-components';
import { type Audience, audiences } from '#contract/automaticReplies.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: '1fr 124px', gap: '8px' },
  alone: { display: 'grid' },
  dropdown: { minWidth: 0, whiteSpace: 'nowrap' },
});

interface AudienceFieldsProps {
  readonly audience: Audience;
  readonly hasOwnText: boolean;
  readonly onAudience: (audience: Audience) => void;
  readonly onOwnText: (hasOwnText: boolean) => void;
}

/** Who outside the organisation gets a reply, and whether it is the same one. */
export function AudienceFields({ audience, hasOwnText, onAudience, onOwnText }: AudienceFieldsProps) {
  const styles = useStyles();
  const words = useWords();
  const sayOwn = (isOwn: boolean) => words.say(isOwn ? 'outOfOffice.replies.different' : 'outOfOffice.replies.same');
  const hasText = audience !== 'none';
  return (
    <div className={hasText ? styles.row : styles.alone}>
      <Field label={words.say('outOfOffice.replies.others')}>
        <Dropdown
          className={styles.dropdown}
          value={words.say(`outOfOffice.audience.${audience}`)}
          selectedOptions={[audience]}
          onOptionSelect={(_, { optionValue }) => {
            const chosen = audiences.find((name) => name === optionValue);
            if (chosen !== undefined) onAudience(chosen);
          }}
        >
          {audiences.map((name) => (
            <Option key={name} value={name}>
              {words.say(`outOfOffice.audience.${name}`)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {hasText && (
        <Field label={words.say('outOfOffice.replies.othersText')}>
          <Dropdown
            className={styles.dropdown}
            value={sayOwn(hasOwnText)}
            selectedOptions={[String(hasOwnText)]}
            onOptionSelect={(_, { optionValue }) => {
              if (optionValue !== String(hasOwnText)) onOwnText(optionValue === 'true');
            }}
          >
            {[false, true].map((isOwn) => (
              <Option key={String(isOwn)} value={String(isOwn)}>
                {sayOwn(isOwn)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      )}
    </div>
  );
}
