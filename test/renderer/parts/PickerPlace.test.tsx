import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Look } from '../../../renderer/Look.tsx';
import { PickerPlace } from '../../../renderer/parts/PickerPlace.tsx';
import { WordsProvider } from '../../../renderer/parts/words.ts';
import { words } from '../open.tsx';

const onAsk = vi.fn();
beforeEach(() => {
  render(
    <WordsProvider value={words}>
      <Look nonce={undefined}>
        <PickerPlace label="Duration" shown="1 hour" onAsk={onAsk} />
      </Look>
    </WordsProvider>,
  );
});
afterEach(() => {
  cleanup();
  onAsk.mockClear();
});

const place = () => screen.getByRole('combobox', { name: 'Duration' });

it('a press of the mouse asks for the picker, and does not take the focus from it once it is there', () => {
  const isLeftToBrowser = fireEvent.mouseDown(place());
  expect(isLeftToBrowser).toBe(false);
  expect(onAsk).toHaveBeenCalledTimes(1);
});

it('a key asks for it too, as a click', () => {
  fireEvent.click(place());
  expect(onAsk).toHaveBeenCalledTimes(1);
});
