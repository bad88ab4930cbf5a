import type { Ref } from 'react';
import { isOutOfOffice, outOfOfficeTruth } from '#contract/outOfOfficeTruth.ts';
import { outOfOfficeWish } from '#contract/wishChange.ts';
import { OutOfOfficeRow } from '../parts/OutOfOfficeRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { isPlanned, sayOutOfOfficeRow } from './homeView.ts';
import { useTold } from './useNow.ts';
import { useOutOfOfficeToggle } from './useOutOfOfficeToggle.ts';

interface AbsenceRowProps {
  readonly onOpen: () => void;
  readonly openRef: Ref<HTMLButtonElement>;
}

/** Being out of office, on the home page: always the truth, whoever said it. */
export function AbsenceRow({ onOpen, openRef }: AbsenceRowProps) {
  const words = useWords();
  const state = useAppState();
  const { isOn, caption, isOfPlan } = useTold(30_000, (now) => ({
    isOfPlan: isPlanned(state, now),
    isOn: isOutOfOffice(outOfOfficeTruth(state, now)),
    caption: sayOutOfOfficeRow(words, state, now),
  }));
  const toggle = useOutOfOfficeToggle();
  const { asking } = state.outOfOffice;
  return (
    <OutOfOfficeRow
      openRef={openRef}
      isOutOfOffice={isOn}
      isChanging={outOfOfficeWish(state) !== null || asking.status === 'sending'}
      hasFailed={asking.status === 'failed'}
      // Without the property, only what was planned can be turned off here.
      hasSwitch={isOn || state.outOfOffice.isInPresence}
      caption={caption}
      keyDoes={!state.settings.singleKeys ? null : isOfPlan ? 'open' : 'turn'}
      onOpen={onOpen}
      onToggle={toggle}
    />
  );
}
