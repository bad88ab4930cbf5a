import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { Glyph } from '#contract/glyph.ts';
import { presenceColor, usePresenceColor } from './presenceColor.ts';

interface Drawing {
  readonly form: 'disc' | 'ring';
  readonly sign?: string;
  readonly width?: number;
}

const check = { sign: 'M5 8.3 7.1 10.3 11 6.3', width: 1.7 };
const bar = { sign: 'M5.2 8h5.6', width: 2 };
const arrow = { sign: 'M10.9 8H5.4M7.7 5.5 5.2 8l2.5 2.5', width: 1.5 };

/** The strokes of `assets/tray/*.svg`. */
const drawings: Record<Glyph, Drawing> = {
  available: { form: 'disc', ...check },
  availableOutOfOffice: { form: 'ring', sign: 'M5.4 8.2 7.2 9.9 10.6 6.4', width: 1.6 },
  busy: { form: 'disc' },
  busyOutOfOffice: { form: 'ring' },
  doNotDisturb: { form: 'disc', ...bar },
  doNotDisturbOutOfOffice: { form: 'ring', ...bar },
  away: { form: 'disc', sign: 'M7.6 4.7v3.6l2.3 2', width: 1.8 },
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
  const mask = useId();
  const { form, sign, width } = drawings[glyph];
  const stroke = {
    d: sign,
    strokeWidth: width,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    fill: 'none',
  } as const;
  return (
    <span className={mergeClasses(styles.span, colors[glyph])} data-glyph={glyph}>
      <svg className={styles.drawing} width={size} height={size} viewBox="1 1 14 14" aria-hidden="true">
        {form === 'disc' ? (
          <>
            <mask id={mask}>
              <path fill="#fff" d="M0 0h16v16H0z" />
              {sign !== undefined && <path {...stroke} stroke="#000" />}
            </mask>
            <circle cx="8" cy="8" r="7" fill="currentColor" mask={`url(#${mask})`} />
          </>
        ) : (
          <>
            <circle cx="8" cy="8" r="6.1" fill="none" stroke="currentColor" strokeWidth="1.8" />
            {sign !== undefined && <path {...stroke} stroke="currentColor" />}
          </>
        )}
      </svg>
    </span>
  );
}
