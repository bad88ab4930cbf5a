import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { outOfOfficeMessageLimit } from '#contract/outOfOffice.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  hint: { display: 'flex', justifyContent: 'space-between', gap: '12px' },
  count: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  textarea: { backgroundColor: tokens.colorNeutralBackground1 },
});

interface OutOfOfficeFormProps {
  readonly message: string;
  readonly onMessage: (message: string) => void;
  readonly onSave: () => void;
}

/** The message that goes with being out of office. */
export function OutOfOfficeForm({ message, onMessage, onSave }: OutOfOfficeFormProps) {
  const styles = useStyles();
  const words = useWords();
  const left = outOfOfficeMessageLimit - message.length;
  return (
    <Field
      label={words.say('outOfOffice.message')}
      hint={
        <span className={styles.hint}>
          <span>{words.say('outOfOffice.hint')}</span>
          <span className={styles.count} title={words.say('outOfOffice.count', { left })}>
            {left}
          </span>
        </span>
      }
    >
      <Textarea
        className={styles.textarea}
        rows={8}
        resize="none"
        autoFocus
        maxLength={outOfOfficeMessageLimit}
        placeholder={words.say('outOfOffice.placeholder')}
        value={message}
        onChange={(_, { value }) => onMessage(value)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter' && event.ctrlKey) onSave();
        }}
      />
    </Field>
  );
}
