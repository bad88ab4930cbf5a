import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { PlannedReply } from '#contract/outOfOfficePlan.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  field: { position: 'relative' },
  tools: { position: 'absolute', insetInlineEnd: 0, insetBlockStart: '-4px' },
  textarea: { backgroundColor: tokens.colorNeutralBackground1 },
  kept: { backgroundColor: tokens.colorNeutralBackground3 },
  plain: { marginBlockStart: '6px' },
});

interface ReplyFieldProps {
  readonly label: string;
  readonly hint: string | null;
  readonly placeholder: string;
  readonly reply: PlannedReply;
  /** What a kept reply says, in plain words. */
  readonly keptText: string;
  readonly error: string | null;
  readonly hasFocus?: boolean;
  /** Stands beside the label. */
  readonly tools?: ReactNode;
  readonly onReply: (reply: PlannedReply) => void;
}

/** A reply: a text to be written, or one with a format, which stays as it is until somebody wants it plain. */
export function ReplyField(props: ReplyFieldProps) {
  const styles = useStyles();
  const { label, hint, placeholder, reply, error, tools, onReply } = props;
  const [isWanted, setIsWanted] = useState(false);
  if (reply === 'kept') return <Kept {...props} onWanted={() => setIsWanted(true)} />;
  return (
    <div className={styles.field}>
      <Field label={label} hint={hint} validationState={error === null ? 'none' : 'error'} validationMessage={error}>
        <Textarea
          className={styles.textarea}
          rows={4}
          resize="none"
          autoFocus={isWanted || (props.hasFocus ?? false)}
          placeholder={placeholder}
          value={reply.text}
          onChange={(_, { value }) => onReply({ text: value })}
        />
      </Field>
      <div className={styles.tools}>{tools}</div>
    </div>
  );
}

interface KeptProps extends ReplyFieldProps {
  /** The text is to be edited: the focus goes there, since the button goes away. */
  readonly onWanted: () => void;
}

function Kept({ label, keptText, onReply, onWanted }: KeptProps) {
  const styles = useStyles();
  const words = useWords();
  function edit() {
    onWanted();
    onReply({ text: keptText });
  }
  return (
    <div>
      <Field label={label} hint={words.say('outOfOffice.formatted')}>
        <Textarea className={styles.kept} rows={4} resize="none" readOnly value={keptText} />
      </Field>
      <Button className={styles.plain} size="small" onClick={edit}>
        {words.say('outOfOffice.editPlain')}
      </Button>
    </div>
  );
}
