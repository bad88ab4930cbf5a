import { useState } from 'react';
import type { Preset } from '#contract/preset.ts';
import { useSend } from '../bridge.tsx';
import { useAppState } from '../projection.ts';
import { useKeeping } from '../screens/useKeeping.ts';
import type { PresetDraft } from './Presets.tsx';

/** The preset that is being edited. Main gets it, so that it survives the window, until it is saved or given up. */
export function usePresetDraft(): PresetDraft {
  const send = useSend();
  const { presetDraft } = useAppState();
  // Nobody else edits one, so what was done in this window is newer than what main tells; undefined while nothing was.
  const [written, setWritten] = useState<Preset | null | undefined>(undefined);
  const { keepSoon, drop } = useKeeping<Preset>(presetDraft, (next) => send('draftPreset', next));
  return {
    edited: written === undefined ? presetDraft : written,
    onEdited(next) {
      setWritten(next);
      if (next === null) drop();
      else keepSoon(next);
    },
  };
}
