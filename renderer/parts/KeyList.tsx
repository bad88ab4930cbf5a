import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '8px', margin: 0 },
  row: { display: 'flex', alignItems: 'baseline', gap: '12px' },
  does: { ...typographyStyles.body1, flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  keys: { margin: 0, flexShrink: 0 },
  key: {
    ...typographyStyles.caption1,
    fontFamily: 'inherit',
    padding: '1px 6px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

interface KeyListProps {
  readonly rows: readonly { readonly keys: string; readonly does: string }[];
}

/** Keys, and what each does. */
export function KeyList({ rows }: KeyListProps) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {rows.map(({ keys, does }) => (
        <div key={keys} className={styles.row}>
          <dt className={styles.does}>{does}</dt>
          <dd className={styles.keys}>
            {/* Keys are written from left to right by everybody. */}
            <kbd dir="ltr" className={styles.key}>
              {keys}
            </kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}
