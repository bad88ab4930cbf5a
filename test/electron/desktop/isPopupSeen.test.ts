import { expect, it } from 'vitest';
import { isPopupSeen } from '../../../electron/desktop/isPopupSeen.ts';

const used = { isOpen: true, isFocused: true, isWindow: false };
const window = { ...used, isWindow: true };

it.each([
  ['hidden', { ...used, isOpen: false, isFocused: false }, false],
  ['beside its icon', used, true],
  ['beside its icon, while the browser asks', { ...used, isFocused: false }, true],
  ['as a window that is used', window, true],
  ['as a window behind the mail program', { ...window, isFocused: false }, false],
  ['as a window that is minimised', { ...window, isOpen: false, isFocused: false }, false],
])('[I1] what the popup shows is told, unless somebody sees it: %s', (_where, sight, isSeen) => {
  expect(isPopupSeen(sight)).toBe(isSeen);
});
