import {
  Button,
  makeStyles,
  mergeClasses,
  ToggleButton,
  Tooltip,
  tokens,
  useMergedRefs,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import type { Ref } from 'react';
import type { Preset } from '#contract/preset.ts';
import { presetSigns } from './presetSigns.tsx';
import { rightToLeft } from './rightToLeft.ts';
import { useIsCut } from './useIsCut.ts';
import { useWords } from './words.ts';

const page = tokens.colorNeutralBackground2;

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center' },
  // Room for the focus rings, which scrolling would cut off.
  scroll: {
    display: 'flex',
    flexGrow: 1,
    minWidth: 0,
    gap: '6px',
    overflowX: 'auto',
    // Chromium takes the standard word from 121 on only.
    '::-webkit-scrollbar': { display: 'none' },
    padding: '3px',
    margin: '-3px 0 -3px -3px',
    border: 'none',
    scrollPaddingInline: '28px',
  },
  cut: {
    maskImage: 'linear-gradient(to right, black calc(100% - 28px), transparent)',
    [rightToLeft]: { maskImage: 'linear-gradient(to left, black calc(100% - 28px), transparent)' },
    '@media (forced-colors: active)': { maskImage: 'none' },
  },
  pill: {
    flexShrink: 0,
    minWidth: 'auto',
    maxWidth: '180px',
    height: '24px',
    padding: '0 8px',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: page,
    '& .fui-Button__icon': { fontSize: '16px', width: '16px', height: '16px', marginInlineEnd: '4px' },
    '& .fui-Button__icon svg': { width: '16px', height: '16px' },
  },
  standing: { fontWeight: tokens.fontWeightSemibold },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  add: { flexShrink: 0, marginInlineEnd: '-6px' },
});

interface PresetPillsProps {
  readonly presets: readonly Preset[];
  /** The one that stands. */
  readonly standing: string | null;
  /** The one whose click brings back what was before. */
  readonly restoring: string | null;
  /** The one on its way. */
  readonly applying: string | null;
  readonly onChoose: (preset: Preset) => void;
  readonly onAdd: () => void;
  readonly ref?: Ref<HTMLFieldSetElement>;
}

/** The favourites, each one click. The one that stands is pressed; a click on it may bring back what was before. */
export function PresetPills({ presets, standing, restoring, applying, onChoose, onAdd, ref }: PresetPillsProps) {
  const styles = useStyles();
  const words = useWords();
  const { row, isCut } = useIsCut<HTMLFieldSetElement>();
  return (
    <div className={styles.row}>
      <fieldset
        ref={useMergedRefs(ref, row)}
        aria-label={words.say('preset.label')}
        className={mergeClasses(styles.scroll, isCut && styles.cut)}
      >
        {presets.map((preset) => {
          const { id, name, icon } = preset;
          const isStanding = standing === id;
          return (
            <ToggleButton
              key={id}
              className={mergeClasses(styles.pill, isStanding && styles.standing)}
              size="small"
              shape="circular"
              checked={isStanding}
              aria-busy={applying === id}
              icon={presetSigns[icon]}
              title={restoring === id ? words.say('preset.restore', { name }) : name}
              onClick={() => onChoose(preset)}
            >
              <span className={styles.name}>{name}</span>
            </ToggleButton>
          );
        })}
      </fieldset>
      <Tooltip content={words.say('preset.addFavourite')} relationship="label">
        <Button className={styles.add} appearance="subtle" size="small" icon={<Add20Regular />} onClick={onAdd} />
      </Tooltip>
    </div>
  );
}
