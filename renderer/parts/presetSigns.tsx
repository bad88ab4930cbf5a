import {
  Airplane20Regular,
  Book20Regular,
  BrainCircuit20Regular,
  Call20Regular,
  DrinkCoffee20Regular,
  Food20Regular,
  Home20Regular,
  Star20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { PresetIcon } from '#contract/preset.ts';

/** The sign of a preset. */
export const presetSigns: Readonly<Record<PresetIcon, ReactElement>> = {
  focus: <BrainCircuit20Regular />,
  food: <Food20Regular />,
  home: <Home20Regular />,
  coffee: <DrinkCoffee20Regular />,
  call: <Call20Regular />,
  travel: <Airplane20Regular />,
  book: <Book20Regular />,
  star: <Star20Regular />,
};
