import { useState } from 'react';
import type { PickerProps } from '../parts/Picker.tsx';
import { PickerPlace } from '../parts/PickerPlace.tsx';
import { useRest } from './useRest.ts';

/** A picker of the first page: its place at first, and the picker as soon as it has followed. */
export function SoonPicker<T extends string>(props: PickerProps<T>) {
  const [isAsked, setIsAsked] = useState(false);
  const rest = useRest(isAsked);
  if (rest !== null) return <rest.Picker {...props} isOpenAtFirst={isAsked} />;
  const { label, isSmall = false, shown } = props;
  return <PickerPlace label={label} isSmall={isSmall} shown={shown} onAsk={() => setIsAsked(true)} />;
}
