import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { closePopup, openSettings } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

afterEach(closePopup);

it.each(['From', 'To'])('an emptied time is missing, and is no end before the start: %s', (edge) => {
  const window = openSettings(settingsStates.rules);
  const field = screen.getByLabelText(edge);
  act(() => field.focus());
  fireEvent.change(field, { target: { value: '' } });
  act(() => field.blur());
  expect(screen.queryByText('The end is not after the start.')).toBeNull();
  expect(screen.getByText('A time is missing.')).toBeTruthy();
  expect(window.sent()).toEqual([]);
});
