import { Badge, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '4px' },
  heading: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '10px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (prefers-color-scheme: dark)': { border: `1px solid ${tokens.colorNeutralStroke1}` },
  },
  fact: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  text: { ...typographyStyles.body1, flexGrow: 1, minWidth: 0, margin: 0, overflowWrap: 'anywhere' },
  badge: { flexShrink: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface DetailsSectionProps {
  readonly heading: string;
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
}

/** One layer of what is shown. */
export function DetailsSection({ heading, children, actions }: DetailsSectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {heading}
      </h2>
      <div className={styles.card}>
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </section>
  );
}

interface FactLineProps {
  readonly text: string;
  readonly certainty: 'certain' | 'inferred';
}

/** One fact, and whether it is one. */
export function FactLine({ text, certainty }: FactLineProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.fact}>
      <p className={styles.text}>{text}</p>
      <Badge
        className={styles.badge}
        appearance={certainty === 'certain' ? 'tint' : 'outline'}
        color="informative"
        size="small"
        shape="rounded"
      >
        {words.say(`details.${certainty}`)}
      </Badge>
    </div>
  );
}
