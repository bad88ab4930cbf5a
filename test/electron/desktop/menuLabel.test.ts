import { expect, it } from 'vitest';
import { menuLabel } from '../../../electron/desktop/menuLabel.ts';

it('keeps each “and” sign of a name for Electron, which takes a single one for the mark of a key', () => {
  expect(['Lunch', 'Q&A', 'R&D & us'].map(menuLabel)).toEqual(['Lunch', 'Q&&A', 'R&&D && us']);
});
