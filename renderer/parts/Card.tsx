import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (prefers-color-scheme: dark)': { border: `1px solid ${tokens.colorNeutralStroke1}` },
    // The line between two rows begins where their texts do.
    '& > * + *': {
      backgroundImage: `linear-gradient(${tokens.colorNeutralStroke2}, ${tokens.colorNeutralStroke2})`,
      backgroundSize: 'calc(100% - 44px) 1px',
      backgroundPosition: 'right top',
      backgroundRepeat: 'no-repeat',
    },
  },
});

/** Rows that belong together. */
export function Card({ children }: { readonly children: ReactNode }) {
  const { card } = useStyles();
  return <div className={card}>{children}</div>;
}
