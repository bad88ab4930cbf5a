import { expect, it } from 'vitest';
import { isPopupSeen } from '../../../electron/desktop/isPopupSeen.ts';

const used = { isVisible: true, isMinimized: false, isFocused: true };
const behind = { ...used, isFocused: false };

it.each([
  ['hidden', { ...behind, isVisible: false }, false, false],
  ['beside its icon', used, false, true],
  ['beside its icon, while the browser asks', behind, false, true],
  ['as a window that is used', used, true, true],
  ['as a window behind the mail program', behind, true, false],
  ['as a window that is minimised', { ...behind, isMinimized: true }, true, false],
])('[I1] what the popup shows is told, unless somebody sees it: %s', (_where, facts, isWindow, isSeen) => {
  const popup = {
    isVisible: () => facts.isVisible,
    isMinimized: () => facts.isMinimized,
    isFocused: () => facts.isFocused,
  };
  expect([isPopupSeen(popup, isWindow), isPopupSeen(null, isWindow)]).toEqual([isSeen, false]);
});
