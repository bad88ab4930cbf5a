import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { AppState } from '#contract/state.ts';
import { click, closePopup, openPopup, pass } from '../open.tsx';
import { minutesLater, wishFor } from '../stateParts.ts';
import { states } from '../states.ts';

afterEach(closePopup);

it('[P4] the foot of the page says why a wish waits until it is known what another try came to, in one alert', () => {
  const wish = wishFor({ availability: 'Busy', activity: 'Busy' });
  const waiting = { status: 'waiting', wish, problem: { kind: 'timedOut' } } as const;
  const popup = openPopup({ ...states.homeAvailable, publication: waiting });
  const alert = screen.getByRole('alert');
  expect(screen.getByRole('status').textContent).toBe('');
  popup.tell({ ...states.homeAvailable, publication: { status: 'publishing', wish: { ...wish } } });
  pass(5_000);
  popup.tell({ ...states.homeAvailable, publication: { ...waiting, wish: { ...wish } } });
  expect(screen.getByRole('alert')).toBe(alert);
  const other = wishFor({ availability: 'Away', activity: 'Away' });
  popup.tell({ ...states.homeAvailable, publication: { status: 'publishing', wish: other } });
  pass(500);
  expect([screen.queryByRole('alert'), screen.queryByText('Saving…') !== null]).toEqual([null, true]);
});

it('[P4] the foot of the page names its × by what it does: what waits is given up, a failure is dismissed', () => {
  const { wish } = states.failed.publication;
  const popup = openPopup({
    ...states.homeAvailable,
    publication: { status: 'waiting', wish, problem: { kind: 'timedOut' } },
  });
  const isOffered = (name: string) => screen.queryByRole('button', { name }) !== null;
  const offered = [isOffered('Dismiss')];
  click(screen.getByRole('button', { name: 'Give up the waiting change' }));
  expect(popup.sent()).toEqual([['cancelPublication']]);
  popup.tell(states.failed);
  offered.push(isOffered('Give up the waiting change'), isOffered('Dismiss'));
  expect(offered).toEqual([false, false, true]);
});

it('[N3] the foot of the page does not call Microsoft 365 out of reach before anything was asked of it', () => {
  const popup = openPopup(states.offlineWaiting);
  const lines = [/^You’re offline/, /^Not changed yet, trying again. Microsoft 365 can’t be reached/];
  const back: AppState = { ...states.offlineWaiting, isOnline: true };
  const { wish } = states.offlineWaiting.publication;
  const publishing: AppState = { ...back, publication: { status: 'publishing', wish } };
  const shown = [back, publishing, back].map((state) => {
    popup.tell(state);
    return lines.map((line) => screen.queryByTitle(line) !== null);
  });
  expect(shown).toEqual([
    [true, false],
    [false, false],
    [false, true],
  ]);
});

it('the foot of the page calls nothing up to date while a reading that failed is tried again', () => {
  const popup = openPopup(states.readingFailed);
  const failed = /Could not check/;
  expect(screen.queryByText(failed)).not.toBeNull();
  popup.tell({ ...states.readingFailed, reading: { status: 'reading' } });
  expect(screen.queryByText(failed)).not.toBeNull();
  popup.tell({ ...states.readingFailed, reading: { status: 'idle' } });
  expect(screen.queryByText(failed)).toBeNull();
});

it('[U1] the foot of the page offers Undo after each change, also where it would come to the same as the last time', () => {
  const popup = openPopup(states.homeAvailable);
  const isOffered = () => screen.queryByRole('button', { name: 'Undo' }) !== null;
  const undo = { kind: 'automatic' } as const;
  popup.tell({ ...states.homeBusyChosen, undo });
  const offered = [isOffered()];
  pass(9_000);
  offered.push(isOffered());
  const { chosen } = states.homeBusyChosen;
  popup.tell({ ...states.homeBusyChosen, chosen: chosen && { ...chosen, at: minutesLater(1) }, undo });
  offered.push(isOffered());
  expect(offered).toEqual([true, false, true]);
});
