import { fireEvent } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closePopup, openPopup } from '../open.tsx';
import { states } from '../states.ts';

afterEach(closePopup);

describe('the digits, which choose a state,', () => {
  const chooses = (press: { key: string; code: string; shiftKey?: boolean; ctrlKey?: boolean }) => {
    const popup = openPopup(states.homeAvailable);
    fireEvent.keyDown(document.body, press);
    const sent = popup.sent();
    closePopup();
    return sent.length === 0 ? null : sent;
  };
  const busy = [['setPresence', { availability: 'Busy', activity: 'Busy' }]];

  it('[L5] go by their place where the keyboard has another sign there, as a French one has', () => {
    expect([
      chooses({ key: 'é', code: 'Digit2' }),
      chooses({ key: '2', code: 'Digit2', shiftKey: true }),
      chooses({ key: '2', code: 'Numpad2' }),
    ]).toEqual([busy, busy, busy]);
  });

  it('are no other key with Shift or Ctrl', () => {
    expect([
      chooses({ key: '@', code: 'Digit2', shiftKey: true }),
      chooses({ key: 'é', code: 'Digit2', ctrlKey: true }),
    ]).toEqual([null, null]);
  });
});
