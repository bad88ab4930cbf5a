import {
  createCustomFocusIndicatorStyle,
  makeStyles,
  mergeClasses,
  Switch,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import type { Ref } from 'react';
import { PresenceGlyph } from './PresenceGlyph.tsx';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    alignItems: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (prefers-color-scheme: dark)': { border: `1px solid ${tokens.colorNeutralStroke1}` },
  },
  open: {
    display: 'flex',
    flexGrow: 1,
    minWidth: 0,
    minHeight: '52px',
    alignItems: 'center',
    gap: '12px',
    padding: '0 4px 0 12px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusXLarge,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    outlineStyle: 'none',
    ...createCustomFocusIndicatorStyle({ outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' }),
  },
  chevron: { flexShrink: 0 },
  texts: { display: 'block', flexGrow: 1, minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  title: typographyStyles.body1,
  caption: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

interface OutOfOfficeRowProps {
  /** What the service says. */
  readonly isOutOfOffice: boolean;
  readonly isChanging: boolean;
  readonly caption: string;
  readonly onOpen: () => void;
  readonly onToggle: (isOutOfOffice: boolean) => void;
  readonly openRef?: Ref<HTMLButtonElement>;
}

/** Opens the message page, and turns out of office on and off. */
export function OutOfOfficeRow({ isOutOfOffice, isChanging, caption, onOpen, onToggle, openRef }: OutOfOfficeRowProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.card}>
      <button
        ref={openRef}
        type="button"
        className={styles.open}
        title={words.say('home.outOfOffice.open')}
        onClick={onOpen}
      >
        <PresenceGlyph glyph="outOfOffice" size={20} />
        <span className={styles.texts}>
          <span className={mergeClasses(styles.line, styles.title)}>{words.say('home.outOfOffice')}</span>
          <span className={mergeClasses(styles.line, styles.caption)} title={caption}>
            {caption}
          </span>
        </span>
        <ChevronRight16Regular className={styles.chevron} />
      </button>
      <Switch
        aria-label={words.say('home.outOfOffice')}
        aria-keyshortcuts="O"
        aria-busy={isChanging}
        checked={isOutOfOffice}
        onChange={(_, { checked }) => onToggle(checked)}
      />
    </div>
  );
}
