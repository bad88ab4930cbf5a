import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultStartupRule, defaultWorkingHours, type WorkingHours } from '#contract/rules.ts';
import type { AppState } from '#contract/state.ts';
import { click, closePopup, openSettings, press } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

const choose = (field: string, option: string) => {
  click(screen.getByRole('combobox', { name: field }));
  click(screen.getByRole('option', { name: option }));
};
const days = (name: string) => within(screen.getByRole('group', { name }));

afterEach(closePopup);

describe('[D1] the page of rules', () => {
  it('lets each rule keep, restore, or set a state or a preset', () => {
    const window = openSettings(settingsStates.rules);
    choose('When the screen is locked', 'Appear away');
    choose('When it is unlocked', 'Keep what is set');
    choose('Before the computer sleeps', 'Preset: Lunch');
    expect(window.sent()).toEqual([
      ['changeSettings', { lockRule: { availability: 'Away' } }],
      ['changeSettings', { unlockRule: 'keep' }],
      ['changeSettings', { sleepRule: { preset: 'lunch' } }],
    ]);
  });

  it('says who decides, what was done last and why not, and a preset that is gone', () => {
    openSettings(settingsStates.ruled);
    expect(screen.getByText(/your own choice until it ends, out of office/)).toBeTruthy();
    expect(screen.getByText(/rule for a locked screen did nothing, because you are in a call/)).toBeTruthy();
    expect(screen.getByRole('combobox', { name: 'When nobody is there' }).textContent).toBe('A preset that is gone');
  });

  it('takes hours that make sense only, and says why the others do not', () => {
    const window = openSettings(settingsStates.rules);
    const end = screen.getByLabelText('To');
    fireEvent.change(end, { target: { value: '08:00' } });
    expect(screen.getByText('The end is not after the start.')).toBeTruthy();
    fireEvent.change(end, { target: { value: '18:30' } });
    click(days('Days').getByRole('button', { name: 'Fri' }));
    expect(window.sent()).toEqual([
      ['changeSettings', { workingHours: { ...defaultWorkingHours, to: '18:30' } }],
      ['changeSettings', { workingHours: { ...defaultWorkingHours, days: [5] } }],
    ]);
  });

  describe('keeps what is typed', () => {
    const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
    const withHours = (hours: Partial<WorkingHours>): AppState => {
      const { settings } = settingsStates.rules;
      return {
        ...settingsStates.rules,
        settings: { ...settings, workingHours: { ...settings.workingHours, ...hours } },
      };
    };
    /** As a person does who goes to a field; they leave the one before. */
    const type = (label: string, ...values: string[]) => {
      act(() => field(label).focus());
      for (const value of values) fireEvent.change(field(label), { target: { value } });
    };

    it('once the field is left, or with Enter, and not on the way there', () => {
      const window = openSettings(settingsStates.rules);
      type('From', '01:00', '10:00');
      expect(window.sent()).toEqual([]);
      type('Minutes without input', '1', '12');
      press('Enter');
      window.tell(settingsStates.account);
      expect(window.sent()).toEqual([
        ['changeSettings', { workingHours: { ...defaultWorkingHours, from: '10:00' } }],
        ['changeSettings', { idleMinutes: 12 }],
      ]);
    });

    it('also when the page is turned, or the window closed', () => {
      const shown = openSettings(settingsStates.rules);
      type('From', '10:00');
      shown.tell(settingsStates.account);
      shown.tell(settingsStates.rules);
      type('To', '18:30');
      act(() => void window.dispatchEvent(new Event('beforeunload')));
      expect(shown.sent()).toEqual([
        ['changeSettings', { workingHours: { ...defaultWorkingHours, from: '10:00' } }],
        ['changeSettings', { workingHours: { ...defaultWorkingHours, to: '18:30' } }],
      ]);
    });

    it('while something else changes the hours', () => {
      const window = openSettings(settingsStates.rules);
      type('From', '01:00');
      window.tell(withHours({ from: '07:00', to: '16:00' }));
      expect([field('From').value, field('To').value]).toEqual(['01:00', '16:00']);
    });

    it('until it makes sense, also with the other end of the day', () => {
      const window = openSettings(settingsStates.rules);
      type('From', '18:00');
      type('To', '22:00');
      expect(screen.getByText('The end is not after the start.')).toBeTruthy();
      act(() => field('To').blur());
      window.tell(withHours({ to: '22:00' }));
      window.tell(withHours({ from: '18:00', to: '22:00' }));
      expect([field('From').value, window.sent()]).toEqual([
        '18:00',
        [
          ['changeSettings', { workingHours: { ...defaultWorkingHours, to: '22:00' } }],
          ['changeSettings', { workingHours: { ...defaultWorkingHours, from: '18:00', to: '22:00' } }],
        ],
      ]);
    });
  });

  it('reads the hours of Outlook when asked to, and takes them over by a click', () => {
    const window = openSettings(settingsStates.rules);
    click(screen.getByRole('button', { name: 'Read from Outlook' }));
    window.tell(settingsStates.hoursNotAllowed);
    click(screen.getByRole('button', { name: 'Allow in browser' }));
    window.tell(settingsStates.outlookHours);
    expect(screen.getByText(/^Mon, Tue, 08:30 to 16:45 in Asia\/Tokyo\./)).toBeTruthy();
    click(screen.getByRole('button', { name: 'Use these hours' }));
    expect(window.sent()).toEqual([
      ['readMailbox'],
      ['allowMailbox', 'settings'],
      ['changeSettings', { workingHours: { ...defaultWorkingHours, days: [1, 2], from: '08:30', to: '16:45' } }],
    ]);
  });

  it('pauses, and says until when; what the desktop does not tell is said', () => {
    const window = openSettings(settingsStates.rules);
    choose('Pause all rules', '1 hour');
    window.tell(settingsStates.rulesPaused);
    click(screen.getByRole('button', { name: 'Let them act again' }));
    expect(screen.getByText(/Paused until/)).toBeTruthy();
    expect(screen.getByText(/does not tell whether anybody is there/)).toBeTruthy();
    expect(window.sent()).toEqual([
      ['pauseAutomation', 'PT1H'],
      ['pauseAutomation', 'resume'],
    ]);
  });
});

describe('[D1] the page of the start', () => {
  it('opens at login, and says what the system makes of it', () => {
    const window = openSettings(settingsStates.startupRule);
    expect(screen.getByText('You turned it off in your system’s own settings')).toBeTruthy();
    click(screen.getByRole('switch', { name: 'Open at login' }));
    expect(window.sent()).toEqual([['setOpenAtLogin', true]]);
  });

  it('has the rule with its conditions, what it did, and the way back', () => {
    const window = openSettings(settingsStates.startupRule);
    choose('Status or preset', 'Busy');
    click(days('On these days').getByRole('button', { name: 'Mon' }));
    click(screen.getByRole('switch', { name: 'Not while I’m out of office' }));
    expect(screen.getByText(/: startup rule was carried out\./)).toBeTruthy();
    click(screen.getByRole('button', { name: 'Undo' }));
    const rule = { ...defaultStartupRule, when: 'login', from: '07:00', to: '11:00' };
    expect(window.sent()).toEqual([
      ['changeSettings', { startupRule: { ...rule, deed: { availability: 'Busy' } } }],
      ['changeSettings', { startupRule: { ...rule, weekdays: [2, 3, 4, 5] } }],
      ['changeSettings', { startupRule: { ...rule, notWhileOutOfOffice: false } }],
      ['undo'],
    ]);
  });

  it('[C4] does nothing with a half-emptied time until it is whole, or empty', () => {
    const window = openSettings(settingsStates.startupRule);
    const field = screen.getByLabelText<HTMLInputElement>('Not before');
    const leave = (value: string, badInput: boolean) => {
      act(() => field.focus());
      // As Chromium has it: of a time of which a part is missing, the value is empty.
      Object.defineProperty(field, 'validity', { value: { badInput }, configurable: true });
      fireEvent.change(field, { target: { value } });
      act(() => field.blur());
      return screen.queryByText('A part of the time is missing.') !== null;
    };
    const said = [leave('', true)];
    expect(window.sent()).toEqual([]);
    said.push(leave('08:00', false), leave('', true), leave('', false));
    const rule = { ...defaultStartupRule, when: 'login', to: '11:00' };
    expect([said, window.sent()]).toEqual([
      [true, false, true, false],
      [
        ['changeSettings', { startupRule: { ...rule, from: '08:00' } }],
        ['changeSettings', { startupRule: { ...rule, from: null } }],
      ],
    ]);
  });
});
