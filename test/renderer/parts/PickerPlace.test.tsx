import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Look } from '../../../renderer/Look.tsx';
import { PickerPlace } from '../../../renderer/parts/PickerPlace.tsx';
import { WordsProvider } from '../../../renderer/parts/words.ts';
import { words } from '../open.tsx';

let asked = 0;
beforeEach(() => {
  asked = 0;
  render(
    <WordsProvider value={words}>
      <Look>
        <PickerPlace label="Duration" shown="1 hour" onAsk={() => asked++} />
      </Look>
    </WordsProvider>,
  );
});
afterEach(cleanup);

const place = () => screen.getByRole('combobox', { name: 'Duration' });

it('a press of the mouse asks for the picker, and does not take the focus from it once it is there', () => {
  const isLeftToBrowser = fireEvent.mouseDown(place());
  expect(isLeftToBrowser).toBe(false);
  expect(asked).toBe(1);
});

it('a key asks for it too, as a click', () => {
  fireEvent.click(place());
  expect(asked).toBe(1);
});
