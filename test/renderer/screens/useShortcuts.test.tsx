import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppState } from '#contract/state.ts';
import { click, closePopup, openPopup, press } from '../open.tsx';
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

describe('the letters', () => {
  const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
  const keyDown = (init: KeyboardEventInit) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { bubbles: true, ...init });

  it('[L5] go by their place where the keyboard has another script', () => {
    const popup = openPopup(states.canUndo);
    keyDown({ key: 'я', code: 'KeyZ', ctrlKey: true });
    keyDown({ key: 'Ь', code: 'KeyM' });
    expect([heading(), popup.sent()]).toEqual(['Status message', [['undo']]]);
    screen.getByRole('textbox').focus();
    keyDown({ key: 'я', code: 'KeyZ', ctrlKey: true });
    keyDown({ key: 'щ', code: 'KeyO' });
    expect([heading(), popup.sent()]).toEqual(['Status message', [['undo']]]);
  });

  it('go by what is written on them elsewhere, wherever that is', () => {
    const popup = openPopup(states.homeBusyChosen);
    keyDown({ key: 'q', code: 'KeyA', ctrlKey: true });
    keyDown({ key: 'a', code: 'KeyQ', ctrlKey: true });
    keyDown({ key: ',', code: 'KeyW', ctrlKey: true });
    expect(popup.sent()).toEqual([['quit'], ['showSettings', 'general']]);
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

describe('[A5] the keys', () => {
  const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
  const { settings } = states.homeBusyChosen;
  const off: AppState = { ...states.homeBusyChosen, settings: { ...settings, singleKeys: false } };
  const openFromMenu = () => {
    click(screen.getByRole('button', { name: 'More' }));
    click(screen.getByRole('menuitem', { name: /^Keys/ }));
  };
  const listed = () => [...document.querySelectorAll('kbd')].map(({ textContent }) => textContent);

  it('are listed by ?, for whoever has only a keyboard, each that there is', () => {
    openPopup(states.homeBusyChosen);
    press('?');
    expect([heading(), document.activeElement]).toEqual(['Keys', screen.getByRole('heading', { level: 1 })]);
    expect(listed()).toEqual(
      '1 – 6,0,M,O,P,?,Ctrl+Z,F5,Ctrl+Enter,Alt+←,Esc,Ctrl+_,Ctrl+Q'.split(',').map((keys) => keys.replace('_', ',')),
    );
    press('Escape');
    expect([heading(), document.activeElement]).toEqual(['Busy', screen.getByRole('radio', { name: 'Busy' })]);
  });

  it('are listed from the menu too, and as a Mac has them', () => {
    openPopup({ ...states.homeBusyChosen, about: { ...states.homeBusyChosen.about, platform: 'darwin' } });
    openFromMenu();
    expect(listed().slice(-7)).toEqual(['⌘Z', 'F5', '⌘Enter', '⌥←', 'Esc', '⌘,', '⌘Q']);
  });

  it('that are pressed alone do nothing where they are turned off, and the others all the same', () => {
    const popup = openPopup(off);
    for (const key of ['1', '0', 'o', 'm', 'p', '?', 'F5']) press(key);
    press('z', { ctrlKey: true });
    expect([heading(), popup.sent()]).toEqual(['Busy', [['refreshPresence']]]);
  });

  it('that are turned off are not told of, and the list leads to where they are turned on', () => {
    const popup = openPopup(off);
    expect(document.querySelector('[aria-keyshortcuts]')).toBeNull();
    openFromMenu();
    expect(listed()[0]).toBe('Ctrl+Z');
    expect(screen.getByText('Turned off.')).toBeTruthy();
    click(screen.getByRole('button', { name: 'Change in the settings' }));
    expect(popup.sent()).toEqual([['showSettings', 'shortcuts']]);
  });
});
