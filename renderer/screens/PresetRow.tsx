import type { Ref } from 'react';
import { canRestore, presetAction } from '#contract/actions.ts';
import { isSamePair } from '#contract/presence.ts';
import type { Preset } from '#contract/preset.ts';
import type { AppState } from '#contract/state.ts';
import { openWish } from '#contract/wishChange.ts';
import { useSend } from '../bridge.tsx';
import { PresetPills } from '../parts/PresetPills.tsx';
import { useAppState } from '../projection.ts';

/** The favourite presets on the home page. */
export function PresetRow({ ref }: { readonly ref: Ref<HTMLFieldSetElement> }) {
  const send = useSend();
  const state = useAppState();
  const wish = openWish(state);
  const applying = wish?.kind === 'presence' ? (wish.presetId ?? null) : null;
  const standing = wish === null ? (standingPreset(state)?.id ?? null) : null;
  const restoring = canRestore(state) ? standing : null;

  function choose(preset: Preset) {
    if (applying === preset.id) return;
    if (restoring === preset.id) send('restorePrevious');
    else if (presetAction(preset).isEnabled(state)) send('applyPreset', preset.id);
  }

  return (
    <PresetPills
      ref={ref}
      presets={state.settings.presets.filter(({ isFavourite }) => isFavourite)}
      standing={standing}
      restoring={restoring}
      applying={applying}
      onChoose={choose}
      onAdd={() => send('showSettings', 'presets')}
    />
  );
}

/** The preset that is chosen, as long as it is what is chosen: what a rule lets follow it is another presence. */
function standingPreset({ chosen, settings }: AppState): Preset | undefined {
  return settings.presets.find(({ id, presence }) => id === chosen?.presetId && isSamePair(presence, chosen.presence));
}
