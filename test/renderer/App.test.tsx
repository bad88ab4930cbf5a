import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppState } from '#contract/state.ts';
import { headings } from './headings.ts';
import { click, closePopup, openPopup } from './open.tsx';
import { type StateName, states } from './states.ts';

afterEach(closePopup);

describe('the popup', () => {
  for (const name of Object.keys(headings) as StateName[]) {
    it(`[P2] names what is known as its one heading: ${name}`, () => {
      openPopup(states[name]);
      const said = screen.getAllByRole('heading', { level: 1 }).map((heading) => heading.textContent);
      expect({ said, voices: screen.getAllByRole('status').length, mains: screen.getAllByRole('main').length }).toEqual(
        {
          said: [headings[name]],
          voices: 1,
          mains: 1,
        },
      );
    });
  }

  it('[P7] shows a word of Microsoft’s that nobody here knows as it came', () => {
    const value = { ...states.homeInAMeeting.presence.value, activity: 'Juggling' };
    openPopup({ ...states.homeInAMeeting, presence: { ...states.homeInAMeeting.presence, value } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Juggling');
  });

  it('[S6] keeps the person’s name when the session ends by itself, and asks for a new sign-in', () => {
    const popup = openPopup(states.homeBusyChosen);
    popup.tell(states.sessionEnded);
    expect(screen.getByText('Mira Kovač, your session has ended. Your browser opens for a new one.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('Sign in again to change your status');
  });

  it('[L5] says a thing anew that happens a second time', () => {
    const popup = openPopup(states.homeAvailable);
    popup.tell(states.offline);
    const first = screen.getByRole('status').firstChild;
    popup.tell(states.homeAvailable);
    popup.tell(states.offline);
    const second = screen.getByRole('status').firstChild;
    expect([second?.textContent, second === first]).toEqual([first?.textContent, false]);
  });

  it('[L5] reads aloud once why a wish waits, however often it is tried meanwhile', () => {
    const { wish } = states.throttled.publication;
    const waiting: AppState = {
      ...states.homeAvailable,
      publication: { status: 'waiting', wish, problem: { kind: 'offline' } },
    };
    const publishing: AppState = { ...waiting, publication: { status: 'publishing', wish } };
    const popup = openPopup(publishing);
    popup.tell(waiting);
    const first = screen.getByRole('status').firstChild;
    for (const state of [waiting, publishing, waiting]) popup.tell(structuredClone(state));
    const second = screen.getByRole('status').firstChild;
    expect([first?.textContent, second === first]).toEqual(['Microsoft 365 can’t be reached.', true]);
  });

  it('tells of notices until they are dismissed', () => {
    const popup = openPopup(states.notices);
    expect(
      screen.getByText(
        'graphUrl in config.json can’t be used: a setting has its default instead, an item of a list is left out.',
      ),
    ).toBeTruthy();
    click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(popup.sent()).toEqual([['dismissNotices']]);
  });

  it('says on the home page that the demo is one', () => {
    openPopup(states.demo);
    expect(screen.getByText('Demo')).toBeTruthy();
    expect(screen.getByText('Nothing leaves this computer')).toBeTruthy();
  });
});
