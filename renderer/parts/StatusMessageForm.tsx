import { Button, Field, makeStyles, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { History20Regular } from '@fluentui/react-icons';
import { type ReactNode, useRef } from 'react';
import { statusMessageLimit } from '#contract/statusMessage.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
  hint: { display: 'flex', justifyContent: 'space-between', gap: '12px' },
  count: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  textarea: { backgroundColor: tokens.colorNeutralBackground1 },
  heading: { ...typographyStyles.body1, margin: '0 0 4px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  recent: { width: '100%', justifyContent: 'flex-start', paddingInline: '2px', fontWeight: 'normal' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface StatusMessageFormProps {
  readonly text: string;
  /** What is wrong with it. */
  readonly error: string | null;
  readonly recent: readonly string[];
  readonly onText: (text: string) => void;
  /** How long the message stands. */
  readonly children: ReactNode;
}

/** The text under the name, and what was written there lately. */
export function StatusMessageForm({ text, error, recent, onText, children }: StatusMessageFormProps) {
  const styles = useStyles();
  const words = useWords();
  const form = useRef<HTMLDivElement>(null);
  const left = statusMessageLimit - text.length;
  return (
    <div ref={form} className={styles.form}>
      <Field
        label={words.say('message.label')}
        validationState={error === null ? 'none' : 'error'}
        validationMessage={error}
        hint={
          <span className={styles.hint}>
            <span>{words.say('message.hint')}</span>
            <span className={styles.count} title={words.say('message.count', { left })}>
              {left}
            </span>
          </span>
        }
      >
        <Textarea
          className={styles.textarea}
          rows={3}
          resize="none"
          autoFocus
          maxLength={statusMessageLimit}
          value={text}
          onChange={(_, { value }) => onText(value)}
        />
      </Field>
      {children}
      {recent.length > 0 && (
        <section>
          <h2 className={styles.heading}>{words.say('message.recent')}</h2>
          <ul className={styles.list}>
            {recent.map((earlier) => (
              <li key={earlier}>
                <Button
                  className={styles.recent}
                  appearance="subtle"
                  icon={<History20Regular />}
                  title={earlier}
                  onClick={() => {
                    onText(earlier);
                    form.current?.querySelector('textarea')?.focus();
                  }}
                >
                  <span className={styles.text}>{earlier}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
