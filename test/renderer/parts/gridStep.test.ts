import { describe, expect, it } from 'vitest';
import { gridStep } from '../../../renderer/parts/gridStep.ts';

describe('a step in the tiles', () => {
  it('goes in two dimensions and round the edges', () => {
    const steps = [
      ['ArrowRight', 0, 1],
      ['ArrowRight', 5, 0],
      ['ArrowLeft', 0, 5],
      ['ArrowDown', 1, 4],
      ['ArrowDown', 4, 1],
      ['ArrowUp', 2, 5],
      ['Home', 4, 0],
      ['End', 1, 5],
    ] as const;
    expect(steps.map(([key, from]) => [key, from, gridStep(key, from, 6, 'ltr')])).toEqual(steps);
  });

  it('is mirrored where one reads from right to left', () => {
    expect([gridStep('ArrowRight', 1, 6, 'rtl'), gridStep('ArrowLeft', 1, 6, 'rtl')]).toEqual([0, 2]);
  });

  it('is none for any other key', () => {
    expect(['Enter', ' ', 'a', 'Tab'].map((key) => gridStep(key, 2, 6, 'ltr'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
