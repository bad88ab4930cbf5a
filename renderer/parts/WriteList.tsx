import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { Write } from '#contract/route.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '8px', listStyleType: 'none', margin: 0, padding: 0 },
  line: { ...typographyStyles.caption1, display: 'flex', gap: '8px' },
  time: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  operation: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  outcome: { flexShrink: 0 },
  failed: { color: tokens.colorStatusDangerForeground3 },
  trace: {
    ...typographyStyles.caption2,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

interface WriteListProps {
  readonly writes: readonly Write[];
  readonly sayTime: (write: Write) => string;
}

/** What was sent to Microsoft and what came of it, in the words that an administrator can look up. */
export function WriteList({ writes, sayTime }: WriteListProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <ul className={styles.list}>
      {writes.map((write) => {
        const { at, operation, asked, outcome, trace } = write;
        const { status, code, requestId } = trace;
        const answer = [status, code].filter((part) => part !== undefined).join(' ');
        const id = requestId === undefined ? '' : words.say('details.requestId', { id: requestId });
        const line = [answer, id].filter((part) => part !== '').join(' · ');
        return (
          <li key={`${at} ${operation} ${requestId ?? outcome}`}>
            <span className={styles.line}>
              <span className={styles.time}>{sayTime(write)}</span>
              <span className={styles.operation}>{asked === '' ? operation : `${operation} ${asked}`}</span>
              <span className={mergeClasses(styles.outcome, outcome !== 'accepted' && styles.failed)}>{outcome}</span>
            </span>
            {line !== '' && <span className={styles.trace}>{line}</span>}
          </li>
        );
      })}
    </ul>
  );
}
