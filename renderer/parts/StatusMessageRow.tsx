import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Chat20Regular, Edit20Regular } from '@fluentui/react-icons';
import type { Ref } from 'react';
import { useCardRow } from './cardRow.ts';
import { useHidden } from './hidden.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({ pencil: { flexShrink: 0, marginInlineEnd: '8px' } });

interface StatusMessageRowProps {
  /** What the service says; null for none. */
  readonly text: string | null;
  readonly caption: string;
  readonly isChanging: boolean;
  readonly hasFailed: boolean;
  /** Whether a letter alone opens it too. */
  readonly hasKeys: boolean;
  readonly onOpen: () => void;
  readonly openRef?: Ref<HTMLButtonElement>;
}

/** Shows the status message, and opens its page. */
export function StatusMessageRow(props: StatusMessageRowProps) {
  const { text, caption, isChanging, hasFailed, hasKeys, onOpen, openRef } = props;
  const row = useCardRow();
  const styles = useStyles();
  const { hidden } = useHidden();
  const words = useWords();
  const title = words.say('message.title');
  return (
    <div className={row.row}>
      <button
        ref={openRef}
        type="button"
        className={row.open}
        title={words.say('message.open')}
        aria-busy={isChanging}
        aria-keyshortcuts={hasKeys ? 'M' : undefined}
        onClick={onOpen}
      >
        <Chat20Regular className={row.sign} />
        <span className={row.texts}>
          {text !== null && <span className={hidden}>{title}: </span>}
          <span className={mergeClasses(row.line, row.title)} title={text ?? title}>
            {text ?? title}
          </span>
          <span className={mergeClasses(row.line, row.caption, hasFailed && row.danger)} title={caption}>
            {caption}
          </span>
        </span>
        <Edit20Regular className={styles.pencil} />
      </button>
    </div>
  );
}
