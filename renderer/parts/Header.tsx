import {
  Button,
  createCustomFocusIndicatorStyle,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';
import type { Glyph } from '#contract/glyph.ts';
import { Person } from './Person.tsx';
import { presenceColor, usePresenceColor } from './presenceColor.ts';
import { useWords } from './words.ts';

const page = tokens.colorNeutralBackground2;

const useStyles = makeStyles({
  header: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    padding: '18px 12px 16px 16px',
  },
  glow: {
    position: 'absolute',
    inset: '0 0 auto 0',
    height: '98px',
    pointerEvents: 'none',
    backgroundColor: `color-mix(in srgb, ${presenceColor} 14%, ${page})`,
    '::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      backgroundImage: `linear-gradient(transparent, ${page})`,
    },
    transition: 'background-color 300ms',
    '@media (prefers-color-scheme: dark)': {
      backgroundColor: `color-mix(in srgb, ${presenceColor} 18%, ${page})`,
    },
    '@media (forced-colors: active)': { display: 'none' },
  },
  over: { position: 'relative', display: 'flex', flexShrink: 0 },
  texts: { position: 'relative', flexGrow: 1, minWidth: 0, marginInline: '12px 8px' },
  // In another language it may need a second line.
  line: { margin: 0, overflowWrap: 'anywhere' },
  heading: { ...typographyStyles.subtitle1, lineHeight: '26px' },
  caption: {
    ...typographyStyles.caption1,
    display: 'block',
    maxWidth: '100%',
    minHeight: '24px',
    padding: 0,
    border: 'none',
    background: 'none',
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline', color: tokens.colorNeutralForeground2Hover },
    outlineStyle: 'none',
    ...createCustomFocusIndicatorStyle({ outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' }),
  },
  reset: { minWidth: 'auto', flexShrink: 0, position: 'relative', marginInlineEnd: '6px' },
});

interface HeaderProps {
  readonly name: string;
  readonly presence: string;
  /** Name and presence as a screen reader says them. */
  readonly label: string;
  readonly caption: string;
  readonly glyph: Glyph;
  readonly canReset: boolean;
  /** Whether a digit alone resets too. */
  readonly hasKeys: boolean;
  readonly onReset: () => void;
  /** Asked why the presence is what it is. */
  readonly onWhy: () => void;
  readonly whyRef?: Ref<HTMLButtonElement>;
  readonly menu: ReactNode;
}

/** What others see now, and why. Never a wish. */
export function Header(props: HeaderProps) {
  const { name, presence, label, caption, glyph, canReset, hasKeys, onReset, onWhy, whyRef, menu } = props;
  const styles = useStyles();
  const colors = usePresenceColor();
  const words = useWords();
  return (
    <header className={styles.header}>
      <div className={mergeClasses(styles.glow, colors[glyph])} />
      <span className={styles.over}>
        <Person name={name} label={label} glyph={glyph} size={48} />
      </span>
      <div className={styles.texts}>
        <h1 className={mergeClasses(styles.line, styles.heading)} title={presence}>
          {presence}
        </h1>
        <button
          ref={whyRef}
          type="button"
          className={mergeClasses(styles.line, styles.caption)}
          title={caption}
          aria-label={words.say('details.why', { caption })}
          onClick={onWhy}
        >
          {caption}
        </button>
      </div>
      {canReset && (
        <Button
          className={styles.reset}
          size="small"
          shape="circular"
          aria-keyshortcuts={hasKeys ? '0' : undefined}
          title={words.say('menu.reset')}
          onClick={onReset}
        >
          {words.say('home.reset')}
        </Button>
      )}
      <span className={styles.over}>{menu}</span>
    </header>
  );
}
