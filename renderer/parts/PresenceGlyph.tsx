import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Glyph } from '#contract/glyph.ts';
import { presenceColor, usePresenceColor } from './presenceColor.ts';

type Drawing =
  | { readonly form: 'disc'; readonly hole?: string }
  | { readonly form: 'ring'; readonly sign?: string; readonly width?: number };

const bar = { sign: 'M5.2 8h5.6', width: 2 };
const arrow = { sign: 'M10.9 8H5.4M7.7 5.5 5.2 8l2.5 2.5', width: 1.5 };

/**
 * The forms of `assets/tray/*.svg`. A sign in a disc is the outline of its stroke there, left out of the disc: what is
 * behind shows through it without a mask. Six masks took a third of the time in which the popup is painted.
 */
const drawings: Record<Glyph, Drawing> = {
  available: {
    form: 'disc',
    hole: 'M4.41 8.92 6.51 10.92A.85.85 0 0 0 7.71 10.89L11.61 6.89A.85.85 0 0 0 10.39 5.71L7.08 9.11 5.59 7.68A.85.85 0 0 0 4.41 8.92z',
  },
  availableOutOfOffice: { form: 'ring', sign: 'M5.4 8.2 7.2 9.9 10.6 6.4', width: 1.6 },
  busy: { form: 'disc' },
  busyOutOfOffice: { form: 'ring' },
  doNotDisturb: { form: 'disc', hole: 'M5.2 7h5.6a1 1 0 0 1 0 2H5.2a1 1 0 0 1 0-2z' },
  doNotDisturbOutOfOffice: { form: 'ring', ...bar },
  away: {
    form: 'disc',
    hole: 'M6.7 4.7V8.3A.9.9 0 0 0 7.01 8.98L9.31 10.98A.9.9 0 0 0 10.49 9.62L8.5 7.89V4.7A.9.9 0 0 0 6.7 4.7z',
  },
  awayOutOfOffice: { form: 'ring', ...arrow },
  offline: { form: 'ring', sign: 'M6 6l4 4M10 6l-4 4', width: 1.6 },
  outOfOffice: { form: 'ring', ...arrow },
  unknown: { form: 'ring' },
  signedOut: { form: 'ring', sign: 'M3.9 12.1l8.2-8.2', width: 1.7 },
  needsYou: { form: 'ring', sign: 'M8 4.9v3.5M8 10.9v.1', width: 1.8 },
};

const useStyles = makeStyles({
  // The colour sits on the span: forced colours reach a drawing only through the colour that it inherits.
  span: { display: 'inline-flex', flexShrink: 0, color: presenceColor },
  drawing: { display: 'block' },
});

interface PresenceGlyphProps {
  readonly glyph: Glyph;
  readonly size: number;
}

/** The sign of a presence, for decoration: the words stand beside it. */
export function PresenceGlyph({ glyph, size }: PresenceGlyphProps) {
  const styles = useStyles();
  const colors = usePresenceColor();
  const drawing = drawings[glyph];
  return (
    <span className={mergeClasses(styles.span, colors[glyph])} data-glyph={glyph}>
      <svg className={styles.drawing} width={size} height={size} viewBox="1 1 14 14" aria-hidden="true">
        {drawing.form === 'disc' ? (
          <path d={`M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z${drawing.hole ?? ''}`} fill="currentColor" fillRule="evenodd" />
        ) : (
          <>
            <circle cx="8" cy="8" r="6.1" fill="none" stroke="currentColor" strokeWidth="1.8" />
            {drawing.sign !== undefined && (
              <path
                d={drawing.sign}
                strokeWidth={drawing.width}
                strokeLinecap="round"
                strokeLinejoin="round"
                fill="none"
                stroke="currentColor"
              />
            )}
          </>
        )}
      </svg>
    </span>
  );
}
