import { makeStyles, tokens } from '@fluentui/react-components';
import { PresenceGlyph } from './PresenceGlyph.tsx';

const useStyles = makeStyles({
  mark: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    width: '72px',
    height: '72px',
    borderRadius: '18px',
    backgroundColor: tokens.colorBrandBackground2,
    '@media (prefers-color-scheme: dark)': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
});

/** The app's icon, drawn. */
export function AppMark() {
  const styles = useStyles();
  return (
    <span className={styles.mark}>
      <PresenceGlyph glyph="available" size={48} />
    </span>
  );
}
