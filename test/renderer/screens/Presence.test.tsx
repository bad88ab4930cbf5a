import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { click, closePopup, openPopup, pass, press } from '../open.tsx';
import { mira, wishFor } from '../stateParts.ts';
import { states } from '../states.ts';

afterEach(closePopup);

const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const button = (name: string) => screen.getByRole('button', { name });
const radio = (name: string) => screen.getByRole('radio', { name });
const outOfOffice = () => screen.getByRole('switch', { name: 'Out of office' });
const busy = { availability: 'Busy', activity: 'Busy' } as const;

describe('the home page', () => {
  it('has each name that stays once, also for who looks for a part of a name', () => {
    openPopup(states.homeBusyChosen);
    const names = [/reset/i, /busy/i, /do not disturb/i, /be right back/i, /appear away/i, /appear offline/i];
    const found = names.map(
      (name) => screen.getAllByRole(name.source === 'reset' ? 'button' : 'radio', { name }).length,
    );
    expect(found).toEqual(names.map(() => 1));
    expect(screen.getAllByRole('switch', { name: /out of office/i })).toHaveLength(1);
  });

  it('[P1] sends one command for one click', () => {
    const popup = openPopup(states.homeAvailable);
    click(radio('Busy'));
    expect(popup.sent()).toEqual([['setPresence', busy]]);
  });

  it('[P3] does not ask again for what is on its way already', () => {
    const popup = openPopup(states.pending);
    click(radio('Do not disturb'));
    click(radio('Busy'));
    expect(popup.sent()).toEqual([['setPresence', busy]]);
  });

  it('[P2] leaves the heading as it is while a wish is on its way', () => {
    const popup = openPopup(states.homeAvailable);
    popup.tell(states.pending);
    expect([heading(), radio('Do not disturb').getAttribute('aria-busy')]).toEqual(['Available', 'true']);
    expect(screen.getByText('Changing to Do not disturb…', { selector: 'button' })).toBeTruthy();
  });

  it('speaks of saving only when it takes long', () => {
    openPopup(states.pending);
    pass(399);
    expect(screen.queryByText('Saving…')).toBeNull();
    pass(2);
    expect(screen.getByText('Saving…')).toBeTruthy();
  });

  it('[P4] says why a wish failed, as an alert, and offers to try again', () => {
    const popup = openPopup(states.failed);
    expect(screen.getByRole('alert').textContent).toBe('Not changed. Microsoft 365 has a problem.');
    click(button('Try again'));
    click(button('Dismiss'));
    expect([heading(), popup.sent()]).toEqual(['Available', [['retryPublication'], ['cancelPublication']]]);
  });

  it('offers the facts of a failure that the person cannot mend, and says that they were copied', () => {
    const popup = openPopup(states.failedForbidden);
    click(button('Copy details'));
    expect(popup.sent()).toEqual([['copyProblem']]);
    expect(button('Copied')).toBeTruthy();
    pass(2000);
    expect(button('Copy details')).toBeTruthy();
  });

  it('[N2] counts down while Microsoft 365 wants us to wait, and lets one give up', () => {
    const popup = openPopup(states.throttled);
    expect(screen.getByText('Microsoft 365 is busy, trying again in 12 s')).toBeTruthy();
    pass(5000);
    expect(screen.getByText('Microsoft 365 is busy, trying again in 7 s')).toBeTruthy();
    click(button('Cancel'));
    expect(popup.sent()).toEqual([['cancelPublication']]);
  });

  it('[N3] keeps the tiles usable while offline, with the wish on its tile', () => {
    const popup = openPopup(states.offlineWaiting);
    expect(screen.getByText('You’re offline. Changes apply when you’re back')).toBeTruthy();
    expect(radio('Busy').getAttribute('aria-busy')).toBe('true');
    click(radio('Available'));
    expect(popup.sent()).toEqual([['setPresence', { availability: 'Available', activity: 'Available' }]]);
  });

  it('[P5] tells an accepted wish that others do not see yet', () => {
    openPopup(states.notVisible);
    expect(screen.getByText('Accepted, but not visible yet. Is Teams signed in somewhere?')).toBeTruthy();
    expect(heading()).toBe('Away');
  });

  it('[P5] offers what helps against the likely reason', () => {
    const popup = openPopup(states.notVisibleTeamsClosed);
    click(button('Keep visible'));
    expect(popup.sent()).toEqual([['keepVisible', 2]]);
  });

  it('[P6] offers Reset only where there is something to reset, and leaves the focus on a tile afterwards', () => {
    const popup = openPopup(states.homeBusyChosen);
    button('Reset').focus();
    click(button('Reset'));
    popup.tell(states.homeAvailable);
    expect(popup.sent()).toEqual([['resetPresence']]);
    expect([screen.queryByRole('button', { name: 'Reset' }), document.activeElement]).toEqual([
      null,
      radio('Available'),
    ]);
  });

  it('offers an activity only where a chosen state has several', () => {
    const popup = openPopup(states.homeInAMeeting);
    expect(screen.queryByRole('combobox', { name: 'Activity' })).toBeNull();
    popup.tell(states.homeBeRightBack);
    expect(screen.queryByRole('combobox', { name: 'Activity' })).toBeNull();
    popup.tell(states.homeBusyChosen);
    click(screen.getByRole('combobox', { name: 'Activity' }));
    click(screen.getByRole('option', { name: 'In a call' }));
    expect(popup.sent()).toEqual([['setPresence', { availability: 'Busy', activity: 'InACall' }]]);
  });

  it('[O2] keeps the switch where the service has it, and says what it is changing to', () => {
    const popup = openPopup(states.homeAvailable);
    click(outOfOffice());
    popup.tell(states.outOfOfficeChanging);
    expect(popup.sent()).toEqual([['setOutOfOffice', { isOutOfOffice: true, message: null }]]);
    expect((outOfOffice() as HTMLInputElement).checked).toBe(false);
    expect(screen.getByText('Turning on…', { selector: 'span[title]' })).toBeTruthy();
    popup.tell(states.outOfOffice);
    expect((outOfOffice() as HTMLInputElement).checked).toBe(true);
  });

  it('does not show the pair that goes along with out of office as a wish', () => {
    openPopup({
      ...states.homeBusyChosen,
      publication: { status: 'publishing', wish: wishFor(busy, { isOutOfOffice: true, message: null }) },
    });
    expect(radio('Busy').getAttribute('aria-busy')).toBe('false');
    expect(screen.getByText('Set at 12:27')).toBeTruthy();
  });

  const waiting = { ...states.homeBusyChosen, publication: states.offlineWaiting.publication };
  it.each([states.homeBusyChosen, waiting])('does by keys what it does by clicks, waiting or not', (state) => {
    const popup = openPopup(state);
    expect(document.activeElement).toBe(radio('Busy'));
    for (const key of ['1', '6', '0', 'o', 'F5', 'Escape']) press(key);
    for (const key of ['r', 'q', ',']) press(key, { ctrlKey: true });
    expect(popup.sent()).toEqual([
      ['setPresence', { availability: 'Available', activity: 'Available' }],
      ['setPresence', { availability: 'Offline', activity: 'OffWork' }],
      ['resetPresence'],
      ['setOutOfOffice', { isOutOfOffice: true, message: null }],
      ['refreshPresence'],
      ['hidePopup'],
      ['refreshPresence'],
      ['quit'],
      ['showSettings', 'general'],
    ]);
  });

  it('takes digits in a list for a search, not for a choice', () => {
    const popup = openPopup(states.homeBusyChosen);
    screen.getByRole('combobox', { name: 'Activity' }).focus();
    press('1');
    expect(popup.sent()).toEqual([]);
  });

  it('puts the focus on the chosen tile each time it is shown', () => {
    const popup = openPopup(states.homeBusyChosen);
    outOfOffice().focus();
    popup.look(false);
    popup.look(true);
    expect(document.activeElement).toBe(radio('Busy'));
  });

  it('[T2] has the rare things in its menu', () => {
    const popup = openPopup(states.failed);
    const more = button('More');
    for (const name of ['Settings', 'Copy error details', 'Sign out', 'Quit']) {
      click(more);
      click(screen.getByRole('menuitem', { name: new RegExp(`^${name}`) }));
    }
    expect(popup.sent()).toEqual([['showSettings', 'general'], ['copyProblem'], ['signOut'], ['quit']]);
  });

  it.each([
    ['linux', 'SettingsCtrl+,'],
    ['darwin', 'Settings⌘,'],
  ])('shows the keys of its menu as %s has them', (platform, item) => {
    openPopup({ ...states.homeBusyChosen, about: { ...states.homeBusyChosen.about, platform } });
    click(button('More'));
    expect(screen.getByRole('menuitem', { name: /^Settings/ }).textContent).toBe(item);
  });

  it('names the person and the presence on the picture', () => {
    openPopup(states.homeBusyChosen);
    expect(screen.getByRole('img', { name: `${mira.name}, Busy` })).toBeTruthy();
  });
});
