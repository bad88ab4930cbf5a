import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppState } from '#contract/state.ts';
import { click, closePopup, openPopup, press } from '../open.tsx';
import { busy, minutesLater, seen } from '../stateParts.ts';
import { states } from '../states.ts';

afterEach(closePopup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const section = (name: string) => screen.getByRole('region', { name });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

function openDetails(state: AppState) {
  const popup = openPopup(state);
  click(button(/Why\?$/));
  return popup;
}

/** The words of a section, with its times made the same in each time zone. */
const said = (name: string) => section(name).textContent?.replaceAll(/\d\d:\d\d/g, '00:00');

describe('the page that explains what is shown', () => {
  it('[P5] tells what others see, what was chosen and until when, and what is known and what inferred', () => {
    openDetails(states.withEnding);
    expect([
      said('What others see'),
      said('What you chose here'),
      said('While Teams is closed'),
      said('What else plays a part'),
    ]).toEqual([
      'What others seeDo not disturb. Read from Microsoft 365 at 00:00.CertainCheck again',
      'What you chose hereDo not disturb. Chosen at 00:00. Until 00:00.CertainReset',
      'While Teams is closedNot kept visible. A choice shows only while Teams runs somewhere.CertainKeep visible for 2 hours',
      'What else plays a partYou are out of office.Certain',
    ]);
  });

  it('tells the day of what is not of today', () => {
    const yesterday = minutesLater(-24 * 60);
    const popup = openDetails({ ...states.homeBusyChosen, presence: { ...seen(busy), at: yesterday } });
    const told = [said('What others see')];
    popup.tell({ ...states.checking, presence: { ...states.checking.presence, at: yesterday } });
    told.push(said('What others see'));
    expect(told).toEqual([
      'What others seeBusy. Read from Microsoft 365 at 3 Aug, 00:00.CertainCheck again',
      'What others seeBusy. Microsoft 365 accepted it at 3 Aug, 00:00. It was not read back yet.InferredCheck again',
    ]);
  });

  it('calls nothing read now that nobody has heard of for long', () => {
    const value = { ...seen(busy).value, availability: 'PresenceUnknown', activity: '' } as const;
    openDetails({ ...states.homeBusyChosen, presence: { value, evidence: 'outdated', at: minutesLater(-40) } });
    expect(said('What others see')).toContain('Last heard from Microsoft 365 at 00:00.');
  });

  it('tells what a rule chose as the rule’s', () => {
    const { chosen } = states.homeBusyChosen;
    openDetails({ ...states.homeBusyChosen, chosen: chosen && { ...chosen, rule: 'startup' } });
    expect(said('What you chose here')).toMatch(/^What you chose hereBusy\. Set at 00:00, startup rule\./);
  });

  it('[R1] calls the usual way the one that is taken again, once what was found out has become too old', () => {
    const { verdict } = states.verdictActions;
    openDetails({ ...states.verdictActions, verdict: { ...verdict, decidedAt: minutesLater(-8 * 24 * 60) } });
    expect(said('How it is sent')).toContain('In one request that sets presence and out of office together.');
  });

  it('offers to keep visible only what can be kept', () => {
    const popup = openDetails(states.homeAvailable);
    const isOffered = () => screen.queryByRole('button', { name: 'Keep visible for 2 hours' }) !== null;
    const seen = [isOffered()];
    popup.tell(states.withEnding);
    seen.push(isOffered());
    expect(seen).toEqual([false, true]);
  });

  it('marks what is only concluded', () => {
    const popup = openDetails(states.homeInAMeeting);
    const told = [said('What else plays a part')];
    for (const state of [
      states.homeAway,
      states.inACallElsewhere,
      states.notVisibleTeamsClosed,
      states.homeAvailable,
    ]) {
      popup.tell(state);
      told.push(said('What else plays a part'));
    }
    popup.tell(states.checking);
    told.push(said('What others see'));
    expect(told).toEqual([
      'What else plays a partYour calendar has a meeting now.Inferred',
      'What else plays a partYou have not used your computer or phone for a while.Inferred',
      'What else plays a partYou are in a call in Teams.Inferred',
      'What else plays a partTeams is not running anywhere.Inferred',
      'What else plays a partNothing that Presently knows of.',
      'What others seeBusy. Microsoft 365 accepted it at 00:00. It was not read back yet.InferredCheck again',
    ]);
  });

  it('does not say that Microsoft 365 decides what somebody chose elsewhere, and offers to give it back', () => {
    openDetails({ ...states.homeBeRightBack, chosen: null });
    expect(said('What you chose here')).toMatch(
      /^What you chose hereNothing here\. Set in Teams or elsewhere\.Inferred/,
    );
    expect(button('Reset')).toBeTruthy();
  });

  it('has what usually helps, each beside its layer', () => {
    const popup = openDetails(states.verdictActions);
    for (const name of ['Check again', 'Reset', 'Keep visible for 2 hours', 'Try the first way again']) {
      click(button(name));
    }
    popup.tell(states.keptVisible);
    click(button('Stop keeping visible'));
    expect(popup.sent()).toEqual([
      ['refreshPresence'],
      ['resetPresence'],
      ['keepVisible', 2],
      ['forgetVerdict'],
      ['keepVisible', 0],
    ]);
  });

  it('tells the way in which choices are sent, since when and why', () => {
    const popup = openDetails(states.verdictActions);
    const told = [said('How it is sent')];
    const settings = { ...states.verdictActions.settings, route: 'actionsOnly' } as const;
    popup.tell({ ...states.verdictActions, verdict: null, settings });
    told.push(said('How it is sent'));
    popup.tell(states.homeAvailable);
    told.push(said('How it is sent'));
    popup.tell(states.verdictUnseen);
    told.push(said('How it is sent'));
    expect(told).toEqual([
      'How it is sentWith Microsoft’s separate actions, since 3 Aug, 00:00: your organisation refused the one request (404 UnknownError).Certainrequest-id 9b0a6c5e-2c4e-4a9c-8f6d-0f3c1f1f2a77route in the settings file: automaticTry the first way again',
      'How it is sentWith Microsoft’s separate actions only.Certainroute in the settings file: actionsOnly',
      'How it is sentIn one request that sets presence and out of office together.Certainroute in the settings file: automatic',
      'How it is sentWith Microsoft’s separate actions, since 3 Aug, 00:00: the one request was accepted, and nobody saw its effect.Certainroute in the settings file: automaticTry the first way again',
    ]);
  });

  it('lists the last writes with what came of them, for somebody who can help', () => {
    openDetails(states.withWrites);
    const rows = within(section('Last changes sent')).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent?.replace(/\d\d:\d\d/, '00:00'))).toEqual([
      '00:00create Busy/Busyaccepted201',
      '00:00create Busy/InACallunavailable503 · request-id 5d3a6b6e-7d0c-4a5b-9f43-0f8f0b9f5d2c',
      '3 Aug, 00:00clearUserPreferredPresenceaccepted',
    ]);
  });

  it('[L5] has the focus on its heading when it opens, for whoever came by a key', () => {
    openPopup(states.homeAvailable);
    button(/Why\?$/).focus();
    click(button(/Why\?$/));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Why this is shown' }));
  });

  it('opens from the menu too, and leads back to where one was', () => {
    openPopup(states.homeBusyChosen);
    click(button('More'));
    click(screen.getByText('Why is this shown?'));
    expect(heading()).toBe('Why this is shown');
    press('Escape');
    expect([heading(), document.activeElement]).toEqual(['Busy', button(/Why\?$/)]);
  });
});
