import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons';
import { type ReactNode, useId } from 'react';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    '@media (prefers-color-scheme: dark)': { border: `1px solid ${tokens.colorNeutralStroke1}` },
    '& > * + *': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    // Where the texts would be squeezed, the control stands below them.
    flexWrap: 'wrap',
    gap: '4px 12px',
    minHeight: '56px',
    boxSizing: 'border-box',
    padding: '8px 16px',
  },
  texts: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '120px', minWidth: 0 },
  title: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  caption: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  control: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    maxWidth: '100%',
    marginInlineStart: 'auto',
    // Around a switch is room for a label; without one, it ends where the other controls do.
    '& .fui-Switch__indicator': { marginInlineEnd: 0 },
  },
});

interface SettingsSectionProps {
  /** None where the page's own heading, or the one row, says it all. */
  readonly heading?: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** Rows that belong together. */
export function SettingsSection({ heading, hint, children }: SettingsSectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={heading === undefined ? undefined : id}>
      {heading !== undefined && (
        <h2 id={id} className={styles.heading}>
          {heading}
        </h2>
      )}
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <div className={styles.card}>{children}</div>
    </section>
  );
}

/** What a control of a row needs: its id and that of its name, and whether it may be used. */
export interface RowControl {
  readonly id: string;
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby': string;
  readonly disabled: boolean;
}

interface SettingRowProps {
  readonly title: ReactNode;
  readonly caption?: string | undefined;
  /** Whether another caption is read aloud: it says what comes of what is done here. */
  readonly isTold?: boolean;
  /** What stands before the texts. */
  readonly sign?: ReactNode;
  /** Decided by the organisation: shown, and locked. */
  readonly isManaged?: boolean;
  readonly children: (control: RowControl) => ReactNode;
}

/** One setting: what it is at the left, its control at the right. */
export function SettingRow({ title, caption, isTold = false, sign, isManaged = false, children }: SettingRowProps) {
  const styles = useStyles();
  const words = useWords();
  const id = useId();
  const names = { 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-caption` };
  const control = { id: `${id}-control`, ...names, disabled: isManaged };
  return (
    <div className={styles.row}>
      {sign}
      <div className={styles.texts}>
        <label id={`${id}-title`} htmlFor={control.id} className={styles.title}>
          {title}
        </label>
        <span id={`${id}-caption`} role={isTold ? 'status' : undefined} className={styles.caption}>
          {isManaged && <LockClosed16Regular />}
          {isManaged ? words.say('settings.managed') : caption}
        </span>
      </div>
      <div className={styles.control}>{children(control)}</div>
    </div>
  );
}
