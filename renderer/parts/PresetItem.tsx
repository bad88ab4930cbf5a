import { Button, makeStyles, ToggleButton, Tooltip, tokens } from '@fluentui/react-components';
import {
  ArrowDown20Regular,
  ArrowUp20Regular,
  Delete20Regular,
  Edit20Regular,
  Star20Filled,
  Star20Regular,
} from '@fluentui/react-icons';
import { type KeyboardEvent, type MouseEvent, type ReactElement, type RefCallback, useEffect, useRef } from 'react';
import type { Preset } from '#contract/preset.ts';
import { useLockedToggle } from './lockedToggle.ts';
import { presetSigns } from './presetSigns.tsx';
import { SettingRow } from './SettingRow.tsx';
import { useWords } from './words.ts';

const useStyles = makeStyles({ sign: { display: 'flex', flexShrink: 0, color: tokens.colorNeutralForeground2 } });

interface PresetItemProps {
  readonly preset: Preset;
  readonly summary: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isManaged: boolean;
  /** Whether one comes back from editing it, and goes on from there. */
  readonly isLeft: boolean;
  readonly onFavourite: (isFavourite: boolean) => void;
  /** Units: places, downwards. */
  readonly onMove: (places: number) => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** One preset in the list. Alt with an arrow moves it from wherever in its row the focus is. */
export function PresetItem(props: PresetItemProps) {
  const { preset, summary, isFirst, isLast, isManaged, isLeft, onFavourite, onMove, onEdit, onDelete } = props;
  const styles = useStyles();
  const { locked } = useLockedToggle();
  const words = useWords();
  const { name, icon, isFavourite } = preset;
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isLeft) opener.current?.focus();
  }, [isLeft]);

  function onKeyDown(event: KeyboardEvent) {
    const places = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (places === undefined || !event.altKey || isManaged) return;
    event.preventDefault();
    onMove(places);
  }
  const button = (
    label: string,
    sign: ReactElement,
    isDisabled: boolean,
    onClick: (event: MouseEvent) => void,
    ref?: RefCallback<HTMLButtonElement>,
  ) => (
    <Tooltip content={label} relationship="label">
      <Button ref={ref} appearance="subtle" icon={sign} disabledFocusable={isDisabled || isManaged} onClick={onClick} />
    </Tooltip>
  );
  const favourite = words.say('preset.favourite', { name });
  return (
    <SettingRow
      title={name}
      caption={summary}
      sign={<span className={styles.sign}>{presetSigns[icon]}</span>}
      isManaged={isManaged}
    >
      {() => (
        <div role="toolbar" aria-label={name} onKeyDown={onKeyDown}>
          <Tooltip content={favourite} relationship="label">
            <ToggleButton
              className={isManaged && isFavourite ? locked : undefined}
              appearance="subtle"
              icon={isFavourite ? <Star20Filled /> : <Star20Regular />}
              checked={isFavourite}
              disabledFocusable={isManaged}
              onClick={() => onFavourite(!isFavourite)}
            />
          </Tooltip>
          {button(words.say('preset.up', { name }), <ArrowUp20Regular />, isFirst, () => onMove(-1))}
          {button(words.say('preset.down', { name }), <ArrowDown20Regular />, isLast, () => onMove(1))}
          {button(words.say('preset.edit', { name }), <Edit20Regular />, false, onEdit, (edit) => {
            opener.current = edit;
          })}
          {button(words.say('preset.delete', { name }), <Delete20Regular />, false, onDelete)}
        </div>
      )}
    </SettingRow>
  );
}
