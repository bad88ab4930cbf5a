import { getInitials } from '@fluentui/react-avatar';
import { makeStyles, mergeClasses, tokens, useFluent } from '@fluentui/react-components';
import { Person32Regular } from '@fluentui/react-icons';
import type { Glyph } from '#contract/glyph.ts';
import { PresenceGlyph } from './PresenceGlyph.tsx';

const useStyles = makeStyles({
  person: { position: 'relative', display: 'inline-flex', flexShrink: 0 },
  circle: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusCircular,
    fontFamily: tokens.fontFamilyBase,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1,
    userSelect: 'none',
    color: tokens.colorPaletteLavenderForeground2,
    backgroundColor: tokens.colorPaletteLavenderBackground2,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  badge: {
    position: 'absolute',
    right: '-3px',
    bottom: '-3px',
    display: 'flex',
    padding: '2px',
    borderRadius: '50%',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  40: { width: '40px', height: '40px', fontSize: tokens.fontSizeBase300 },
  48: { width: '48px', height: '48px', fontSize: tokens.fontSizeBase400 },
  72: { width: '72px', height: '72px', fontSize: tokens.fontSizeBase500 },
});

/** By the size of the person. Units: CSS pixels. */
const glyphSizes = { 40: 14, 48: 19, 72: 26 } as const;

interface PersonProps {
  readonly name: string;
  /** Name and presence as a screen reader says them. */
  readonly label: string;
  readonly glyph: Glyph;
  readonly size: keyof typeof glyphSizes;
}

/**
 * Initials with the glyph of the presence on them. Fluent's Avatar looks the same, and would bring a twentieth of the script
 * that the first page waits for.
 */
export function Person({ name, label, glyph, size }: PersonProps) {
  const styles = useStyles();
  const { dir } = useFluent();
  return (
    <span className={styles.person}>
      <span role="img" aria-label={label} className={mergeClasses(styles.circle, styles[size])}>
        {getInitials(name, dir === 'rtl') || <Person32Regular />}
      </span>
      <span className={styles.badge}>
        <PresenceGlyph glyph={glyph} size={glyphSizes[size]} />
      </span>
    </span>
  );
}
