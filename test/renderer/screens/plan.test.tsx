import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { click, closePopup, openPopup, pass, press } from '../open.tsx';
import { states } from '../states.ts';

afterEach(closePopup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByRole('combobox', { name });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

function pick(name: string, option: string): void {
  click(field(name));
  click(screen.getByRole('option', { name: option }));
}

describe('how long a choice lasts', () => {
  it('is chosen from a list, and applies at once', () => {
    const popup = openPopup(states.homeBusyChosen);
    click(field('Duration'));
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Until I change it',
      '30 minutes',
      '1 hour',
      '2 hours',
      '4 hours',
      'Today',
      'This week',
      'Custom…',
    ]);
    click(screen.getByRole('option', { name: '1 hour' }));
    expect(popup.sent()).toEqual([['setPlan', { lasts: 'PT1H', sequel: 'automatic' }]]);
  });

  it('says honestly what "until I change it" means', () => {
    const popup = openPopup(states.homeBusyChosen);
    // What ends a presence that was created nobody knows.
    expect(field('Duration').title).toBe('');
    popup.tell(states.verdictActions);
    expect(field('Duration').title).toMatch(/^Microsoft ends it after 1 day .* Presently renews it/);
  });

  it('asks what comes then only where there is an end', () => {
    const popup = openPopup(states.homeBusyChosen);
    expect(screen.queryByRole('combobox', { name: 'Then' })).toBeNull();
    popup.tell(states.withSequel);
    expect(field('Then').textContent).toBe('Appear offline');
    pick('Then', 'Available');
    expect(popup.sent()).toEqual([['setPlan', { lasts: 'PT2H', sequel: 'Available' }]]);
  });

  it('says the end under the heading, with out of office', () => {
    const popup = openPopup(states.withEnding);
    expect(button(/^Until \d\d:\d\d · Out of office\. Why\?$/)).toBeTruthy();
    popup.tell(states.anotherEnd);
    expect(button('Changing how long it lasts…. Why?')).toBeTruthy();
  });

  it('can be a moment of one’s own, which must be to come', () => {
    const popup = openPopup(states.withSequel);
    pick('Duration', 'Custom…');
    expect(heading()).toBe('Until when?');
    write('Date', '2026-08-03');
    expect(screen.getByText('Choose a time in the future.')).toBeTruthy();
    click(button('Set'));
    write('Date', '');
    expect(screen.getByText('Choose a date and a time.')).toBeTruthy();
    write('Date', '2026-08-07');
    write('Time', '17:45');
    click(button('Set'));
    const until = toInstant(Date.parse('2026-08-07T17:45'));
    expect([heading(), popup.sent()]).toEqual(['Away', [['setPlan', { lasts: { until }, sequel: 'Offline' }]]]);
    expect(document.activeElement).toBe(field('Duration'));
  });

  it('begins from what the preset that stands has brought, and keeps what it wants then', () => {
    const { chosen } = states.presetStands;
    const ending = { at: toInstant(Date.parse('2026-08-05T17:45')), sequel: 'Away' } as const;
    const popup = openPopup({ ...states.presetStands, chosen: { ...chosen, ending } });
    pick('Duration', 'Custom…');
    click(button('Set'));
    expect(popup.sent()).toEqual([['setPlan', { lasts: { until: ending.at }, sequel: 'Away' }]]);
  });

  it('is set once by Ctrl and Enter, and by no Enter on what stands in a field', () => {
    const popup = openPopup(states.withSequel);
    pick('Duration', 'Custom…');
    // The button of the calendar is part of the field: which of them was meant, the page is not told.
    screen.getByLabelText('Date').focus();
    press('Enter');
    expect(popup.sent()).toEqual([]);
    press('Enter', { ctrlKey: true });
    expect(popup.sent()).toHaveLength(1);
  });

  it('shows a moment of one’s own in the field', () => {
    openPopup(states.customPlan);
    expect(field('Duration').textContent).toMatch(/^Until Thu, \d\d:30$/);
  });
});

describe('taking back', () => {
  it('is a key outside of texts, and in the menu', () => {
    const popup = openPopup(states.canUndo);
    press('z', { ctrlKey: true });
    click(button('More'));
    click(screen.getByText('Undo'));
    expect(popup.sent()).toEqual([['undo'], ['undo']]);
  });

  it('is not offered where there is nothing to take back, and leaves texts alone', () => {
    const popup = openPopup(states.homeBusyChosen);
    press('z', { ctrlKey: true });
    popup.tell(states.canUndo);
    press('m');
    screen.getByRole('textbox', { name: 'Message' }).focus();
    press('z', { ctrlKey: true });
    expect(popup.sent()).toEqual([]);
  });

  it('stands in the footer for some seconds after a change was accepted', () => {
    const popup = openPopup(states.homeAvailable);
    popup.tell({ ...states.checking, undo: { kind: 'automatic' } });
    click(button('Undo'));
    // Each state that comes is a copy.
    popup.tell(structuredClone({ ...states.checking, undo: { kind: 'automatic' } }));
    pass(7000);
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeNull();
    pass(1001);
    expect([screen.queryByRole('button', { name: 'Undo' }), popup.sent()]).toEqual([null, [['undo']]]);
  });
});

describe('being kept visible', () => {
  it('is said in the footer, with the way to stop it', () => {
    const popup = openPopup(states.keptVisible);
    expect(screen.getByText(/^Kept visible until \d\d:30$/)).toBeTruthy();
    click(button('Stop'));
    expect(popup.sent()).toEqual([['keepVisible', 0]]);
  });
});
