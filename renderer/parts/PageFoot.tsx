import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DemoBadge } from './DemoBadge.tsx';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '8px',
    padding: '12px 16px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  first: { display: 'flex', alignItems: 'center', gap: '8px', marginInlineEnd: 'auto' },
});

interface PageFootProps {
  readonly isDemo: boolean;
  /** What stands apart from the others. */
  readonly first?: ReactNode;
  readonly children: ReactNode;
}

/** The foot of a page that is filled in: what to do with it. */
export function PageFoot({ isDemo, first, children }: PageFootProps) {
  const styles = useStyles();
  return (
    <footer className={styles.foot}>
      <span className={styles.first}>
        {isDemo && <DemoBadge />}
        {first}
      </span>
      {children}
    </footer>
  );
}
