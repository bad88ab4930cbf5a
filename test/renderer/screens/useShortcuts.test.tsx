import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closePopup, openPopup, press } from '../open.tsx';
import { mailbox, withOutOfOffice } from '../outOfOfficeStates.ts';
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

describe('[A5] the letter O', () => {
  const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
  const toOutlook = withOutOfOffice({ access: 'ready', mailbox: mailbox({ status: 'alwaysEnabled' }) });

  it.each([
    ['is planned', states.absenceScheduled],
    ['runs', states.absenceOn],
    ['begins or ends just now', states.absenceSettling],
    ['was planned in Outlook', toOutlook],
  ])('ends no absence that %s: it opens its page', (_what, state) => {
    const popup = openPopup(state);
    press('o');
    expect([heading(), popup.sent()]).toEqual(['Out of office', [['readMailbox']]]);
  });

  it('turns out of office on and off where nothing is planned', () => {
    const popup = openPopup(states.homeAvailable);
    press('o');
    popup.tell(states.outOfOffice);
    press('o');
    expect(popup.sent()).toEqual([
      ['setOutOfOffice', { isOutOfOffice: true, message: null }],
      ['setOutOfOffice', { isOutOfOffice: false, message: null }],
    ]);
  });

  it('is told of what it does: of the row where it opens the page, else of the switch', () => {
    const told = [states.absenceOn, states.homeAvailable].map((state) => {
      openPopup(state);
      const found = document.querySelector('[aria-keyshortcuts=O]')?.tagName;
      closePopup();
      return found;
    });
    expect(told).toEqual(['BUTTON', 'INPUT']);
  });
});
