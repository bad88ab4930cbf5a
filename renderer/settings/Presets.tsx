import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type Preset, presetLimit } from '#contract/preset.ts';
import { useHidden } from '../parts/hidden.ts';
import { PresetItem } from '../parts/PresetItem.tsx';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { PresetEditor } from './PresetEditor.tsx';
import { emptyPreset, moved, sayPreset, withPreset, withReturned } from './presetView.ts';
import { useSettings } from './useSettings.ts';

const useStyles = makeStyles({ add: { alignSelf: 'flex-start' } });

/** The preset that is being edited, which outlives another page and the window; null while none is. */
export interface PresetDraft {
  readonly edited: Preset | null;
  readonly onEdited: (preset: Preset | null) => void;
}

/** The user's presets: in their order, and one at a time to edit. */
export function Presets({ edited, onEdited }: PresetDraft) {
  const styles = useStyles();
  const { hidden } = useHidden();
  const words = useWords();
  const { settings, change, isManaged } = useSettings();
  const { presets } = settings;
  const [isOpened, setIsOpened] = useState(false);
  /** The preset that one comes back from; a new one has no id yet. Where it was opened gets the focus. */
  const [left, setLeft] = useState<string | null>(null);
  /** What a screen reader is told of the last move: the row that has the focus has no words for its place. */
  const [told, setTold] = useState('');
  const [deleted, setDeleted] = useState<{ readonly preset: Preset; readonly index: number } | null>(null);
  const isLocked = isManaged('presets');
  const isFull = presets.length >= presetLimit;

  const returned = deleted === null || isFull ? null : withReturned(presets, deleted.preset, deleted.index);

  function move(preset: Preset, places: number) {
    const next = moved(presets, preset.id, places);
    if (next === presets) return;
    const place = next.indexOf(preset) + 1;
    setTold(words.say('preset.moved', { name: preset.name, place, count: next.length }));
    change({ presets: next });
  }
  function remove(preset: Preset, index: number) {
    setDeleted({ preset, index });
    change({ presets: presets.filter((other) => other !== preset) });
  }
  function bringBack({ id }: Preset, next: readonly Preset[]) {
    setDeleted(null);
    setLeft(id);
    change({ presets: next });
  }

  function open(preset: Preset) {
    setIsOpened(true);
    onEdited(preset);
  }
  function close({ id }: Preset) {
    setLeft(id);
    onEdited(null);
  }

  if (edited !== null) {
    return (
      <PresetEditor
        preset={edited}
        presets={presets}
        hasFocus={isOpened}
        onEdit={onEdited}
        onCancel={() => close(edited)}
        onSave={(preset) => {
          close(edited);
          change({ presets: withPreset(presets, preset) });
        }}
      />
    );
  }
  return (
    <>
      <div role="status" className={hidden}>
        {told}
      </div>
      {deleted !== null && returned !== null && (
        <MessageBar key={deleted.preset.id}>
          <MessageBarBody>{words.say('preset.deleted', { name: deleted.preset.name })}</MessageBarBody>
          <MessageBarActions>
            <Button autoFocus size="small" onClick={() => bringBack(deleted.preset, returned)}>
              {words.say('menu.undo')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <SettingsSection heading={words.say('preset.yours')} hint={words.say('preset.hint')}>
        {presets.length === 0 && <SettingRow title={words.say('preset.none')}>{() => null}</SettingRow>}
        {presets.map((preset, index) => (
          <PresetItem
            key={preset.id}
            preset={preset}
            summary={sayPreset(words, preset)}
            isFirst={index === 0}
            isLast={index === presets.length - 1}
            isManaged={isLocked}
            isLeft={left === preset.id}
            onFavourite={(isFavourite) => change({ presets: withPreset(presets, { ...preset, isFavourite }) })}
            onMove={(places) => move(preset, places)}
            onEdit={() => open(preset)}
            onDelete={() => remove(preset, index)}
          />
        ))}
      </SettingsSection>
      <Button
        className={styles.add}
        autoFocus={left === emptyPreset.id}
        icon={<Add20Regular />}
        disabled={isLocked}
        // The focus comes here after the last one that there is room for, too.
        disabledFocusable={isFull}
        onClick={() => open(emptyPreset)}
      >
        {words.say(isFull ? 'preset.full' : 'preset.add', { limit: presetLimit })}
      </Button>
    </>
  );
}
