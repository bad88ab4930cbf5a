import {
  createCustomFocusIndicatorStyle,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { Hourglass20Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import { availabilityGlyphs } from '#contract/glyph.ts';
import type { Availability } from '#contract/presence.ts';
import { PresenceGlyph } from './PresenceGlyph.tsx';
import { presenceColor, usePresenceColor } from './presenceColor.ts';
import { useWords } from './words.ts';

/** `current` is what others see without a choice of ours; `publishing` and `held` are wishes. */
export type TileLook = 'plain' | 'current' | 'chosen' | 'publishing' | 'held';

const surface = tokens.colorNeutralBackground1;
/** Not in forced colours, whose own rule it would come after. */
const dark = '@media (prefers-color-scheme: dark) and (forced-colors: none)';

const useStyles = makeStyles({
  tile: {
    ...typographyStyles.caption1,
    lineHeight: '14px',
    fontFamily: 'inherit',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '6px',
    minHeight: '76px',
    padding: '4px',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: surface,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow2,
    transitionProperty: 'background-color, box-shadow',
    transitionDuration: tokens.durationFaster,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    outlineStyle: 'none',
    ...createCustomFocusIndicatorStyle({ outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' }),
    [dark]: { border: `1px solid ${tokens.colorNeutralStroke1}` },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: `color-mix(in srgb, ${presenceColor} 7%, ${surface})`,
    ':hover': { backgroundColor: `color-mix(in srgb, ${presenceColor} 11%, ${surface})` },
  },
  ringed: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: `color-mix(in srgb, ${presenceColor} 9%, ${surface})`,
    padding: '3px',
    border: `2px solid ${presenceColor}`,
    ':hover': { backgroundColor: `color-mix(in srgb, ${presenceColor} 13%, ${surface})` },
    [dark]: { border: `2px solid ${presenceColor}` },
    '@media (forced-colors: active)': { border: '3px solid Highlight', padding: '2px' },
  },
  sign: { display: 'flex', alignItems: 'center', justifyContent: 'center', width: '20px', height: '20px' },
  hourglass: { display: 'none', '@media (prefers-reduced-motion: reduce)': { display: 'block' } },
  spinner: { '@media (prefers-reduced-motion: reduce)': { display: 'none' } },
});

interface AvailabilityTileProps {
  readonly availability: Availability;
  readonly look: TileLook;
  readonly isChecked: boolean;
  readonly isEntry: boolean;
  readonly shortcut: string | undefined;
  readonly onChoose: (availability: Availability) => void;
}

/**
 * One availability to choose: a radio that is checked only when it was chosen here. Not drawn again with its neighbours:
 * the focus comes and goes with each showing of the popup, and with each click.
 */
export const AvailabilityTile = memo(function AvailabilityTile(props: AvailabilityTileProps) {
  const { availability, look, isChecked, isEntry, shortcut, onChoose } = props;
  const styles = useStyles();
  const colors = usePresenceColor();
  const words = useWords();
  const glyph = availabilityGlyphs[availability];
  const isWish = look === 'publishing' || look === 'held';
  // Not a native radio, which each arrow key would change.
  const radio = { role: 'radio', 'aria-checked': isChecked };
  return (
    <button
      {...radio}
      type="button"
      aria-busy={isWish}
      aria-keyshortcuts={shortcut}
      tabIndex={isEntry ? 0 : -1}
      className={mergeClasses(
        styles.tile,
        colors[glyph],
        look === 'current' && styles.current,
        (look === 'chosen' || isWish) && styles.ringed,
      )}
      onClick={() => onChoose(availability)}
    >
      <span className={styles.sign}>
        {look === 'publishing' && (
          <>
            <Spinner className={styles.spinner} size="extra-tiny" aria-hidden="true" />
            <Hourglass20Regular className={styles.hourglass} />
          </>
        )}
        {look === 'held' && <Hourglass20Regular />}
        {!isWish && <PresenceGlyph glyph={glyph} size={20} />}
      </span>
      {words.say(`availability.${availability}`)}
    </button>
  );
});
