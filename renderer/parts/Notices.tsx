import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  notices: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: '4px 12px 4px 16px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  icon: { flexShrink: 0, alignSelf: 'flex-start', marginTop: '2px' },
  texts: { ...typographyStyles.caption1, flexGrow: 1, minWidth: 0 },
  text: { margin: '2px 0', overflowWrap: 'anywhere', '& + &': { marginTop: '6px' } },
  dismiss: { flexShrink: 0, minWidth: 'auto' },
});

interface NoticesProps {
  readonly notices: readonly { readonly id: string; readonly text: string }[];
  readonly onDismiss: () => void;
}

/** What nobody's click has caused, until it was read. */
export function Notices({ notices, onDismiss }: NoticesProps) {
  const styles = useStyles();
  const words = useWords();
  if (notices.length === 0) return null;
  return (
    <aside className={styles.notices}>
      <Info16Regular className={styles.icon} />
      <div className={styles.texts}>
        {notices.map(({ id, text }) => (
          <p key={id} className={styles.text}>
            {text}
          </p>
        ))}
      </div>
      <Button className={styles.dismiss} size="small" onClick={onDismiss}>
        {words.say('action.dismiss')}
      </Button>
    </aside>
  );
}
