import { Avatar, makeStyles, tokens } from '@fluentui/react-components';
import type { Glyph } from '#contract/glyph.ts';
import { PresenceGlyph } from './PresenceGlyph.tsx';

const useStyles = makeStyles({
  person: { position: 'relative', display: 'inline-flex', flexShrink: 0 },
  avatar: { '@media (forced-colors: active)': { border: '1px solid CanvasText', borderRadius: '50%' } },
  badge: {
    position: 'absolute',
    right: '-3px',
    bottom: '-3px',
    display: 'flex',
    padding: '2px',
    borderRadius: '50%',
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** Units: CSS pixels, by the size of the person. */
const glyphSizes = { 40: 14, 48: 19, 72: 26 } as const;

interface PersonProps {
  readonly name: string;
  /** Name and presence as a screen reader says them. */
  readonly label: string;
  readonly glyph: Glyph;
  readonly size: keyof typeof glyphSizes;
}

/** Initials with the glyph of the presence on them. */
export function Person({ name, label, glyph, size }: PersonProps) {
  const styles = useStyles();
  return (
    <span className={styles.person}>
      <Avatar className={styles.avatar} name={name} aria-label={label} size={size} color="lavender" />
      <span className={styles.badge}>
        <PresenceGlyph glyph={glyph} size={glyphSizes[size]} />
      </span>
    </span>
  );
}
