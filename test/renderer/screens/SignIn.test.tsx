import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppState } from '#contract/state.ts';
import { click, closePopup, openPopup, pass, point, press } from '../open.tsx';
import { minutesLater } from '../stateParts.ts';
import { states } from '../states.ts';

afterEach(closePopup);

const button = (name: string) => screen.getByRole('button', { name });

/** Clicks twice, while another page comes in between. */
function clickTwice(popup: ReturnType<typeof openPopup>, first: string, next: AppState, second: string): void {
  point(button(first));
  popup.tell(next);
  point(button(second), 'atOnce');
}

describe('the sign-in page', () => {
  it('[S2] offers the browser first, a device code and the demo', () => {
    const popup = openPopup(states.signedOut);
    expect(document.activeElement).toBe(button('Sign in with Microsoft'));
    for (const name of ['Sign in with Microsoft', 'Use a device code instead', 'Try the demo']) click(button(name));
    expect(popup.sent()).toEqual([['signIn', 'browser'], ['signIn', 'deviceCode'], ['startDemo']]);
  });

  it('names the permission that it asks for, and reaches the settings', () => {
    const popup = openPopup(states.signedOut);
    expect(screen.getByText('Asks for your presence only')).toBeTruthy();
    click(button('Settings'));
    press('Escape');
    expect(popup.sent()).toEqual([['showSettings', 'general'], ['hidePopup']]);
  });

  it('[S7] says why a sign-in failed; the button for another one stands there already', () => {
    openPopup(states.signedOutDenied);
    expect(screen.getByRole('alert').textContent).toBe(
      'You didn’t allow Presently to see and set your presence, so you’re not signed in.',
    );
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  });

  it('[S7] offers the way out of each refusal that has another', () => {
    const popup = openPopup(states.adminConsent);
    click(button('Copy request'));
    popup.tell(states.notRegistered);
    click(button('Open file'));
    popup.tell(states.signInBlocked);
    click(button('Copy details'));
    expect(popup.sent()).toEqual([['copyAdminRequest'], ['openConfig'], ['copyProblem']]);
  });

  it.each(['unexpected', 'unavailable', 'throttled'] as const)(
    '[S7] offers the facts of a failure where the way out is the button that stands there already: %s',
    (kind) => {
      const facts = { trace: { status: 400, code: 'AADSTS90014' }, retryAt: minutesLater(3) };
      const popup = openPopup({
        ...states.signedOut,
        session: { status: 'signedOut', account: null, problem: { kind, ...facts } },
      });
      click(button('Copy details'));
      expect(popup.sent()).toEqual([['copyProblem']]);
    },
  );

  it('[S6] does not offer the demo to somebody whose session has ended', () => {
    openPopup(states.sessionEnded);
    expect([screen.queryByRole('button', { name: 'Try the demo' }), screen.queryByRole('alert')]).toEqual([null, null]);
  });

  it('[S5] lets somebody leave whose session has ended', () => {
    const popup = openPopup(states.sessionEnded);
    click(button('Sign out'));
    expect(popup.sent()).toEqual([['signOut']]);
  });
});

describe('the page while somebody signs in', () => {
  it('[S2] can open the browser again, copy the link and cancel', () => {
    const popup = openPopup(states.signingIn);
    for (const name of ['Open again', 'Copy link', 'Cancel']) click(button(name));
    expect(popup.sent()).toEqual([['reopenSignIn'], ['copySignInLink'], ['cancelSignIn']]);
    expect(button('Copied')).toBeTruthy();
    pass(2000);
    expect(button('Copy link')).toBeTruthy();
  });

  it('shows the code, where to type it and for how long', () => {
    const popup = openPopup(states.deviceCodeAwaited);
    expect(screen.getByText('Asking Microsoft for a code…')).toBeTruthy();
    popup.tell(states.deviceCode);
    expect(screen.getByText('C7QK4MXPD')).toBeTruthy();
    expect(
      screen.getByText('Open https://microsoft.com/devicelogin on any device and type the code there.'),
    ).toBeTruthy();
    click(button('Cancel'));
    expect(popup.sent()).toEqual([['cancelSignIn']]);
  });

  it('[L5] goes on from Cancel for whoever has only a keyboard, before the code is there and with it', () => {
    const popup = openPopup(states.signedOut);
    const focused = [states.deviceCodeAwaited, states.deviceCode].map((state) => {
      popup.tell(state);
      return document.activeElement === button('Cancel');
    });
    expect(focused).toEqual([true, true]);
  });

  it('does not send anybody to a browser in the demo', () => {
    openPopup({ ...states.signingIn, isDemo: true });
    expect(screen.queryByText('Waiting for your browser…')).toBeNull();
  });
});

describe('what comes in the place of a button that was pressed', () => {
  it.each([
    ['Sign in with Microsoft', 'signingIn', 'Open again'],
    ['Sign in with Microsoft', 'signingIn', 'Copy link'],
    ['Use a device code instead', 'deviceCodeAwaited', 'Cancel'],
  ] as const)('is not pressed by a double click: on %s, %s, %s', (first, next, second) => {
    const popup = openPopup(states.signedOut);
    clickTwice(popup, first, states[next], second);
    expect(popup.sent().map(([command]) => command)).toEqual(['signIn']);
    point(button(second));
    expect(popup.sent()).toHaveLength(2);
  });

  it.each(['Sign in with Microsoft', 'Use a device code instead', 'Try the demo'])(
    'is not pressed by a double click on Cancel: %s',
    (name) => {
      const popup = openPopup(states.deviceCodeAwaited);
      clickTwice(popup, 'Cancel', states.signedOut, name);
      expect(popup.sent()).toEqual([['cancelSignIn']]);
    },
  );

  it('is another button, after Sign out: neither a double click nor a second Enter begins the demo', () => {
    const popup = openPopup(states.sessionEnded);
    button('Sign out').focus();
    clickTwice(popup, 'Sign out', states.signedOut, 'Try the demo');
    expect(popup.sent()).toEqual([['signOut']]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it.each([
    ['signedOut', 'Sign in with Microsoft'],
    ['signingIn', 'Open again'],
    ['deviceCode', 'Cancel'],
  ] as const)('is not pressed by an Enter that is held: %s', (name, focused) => {
    openPopup(states[name]);
    expect(document.activeElement).toBe(button(focused));
    const isTaken = [false, true].map((repeat) => fireEvent.keyDown(button(focused), { key: 'Enter', repeat }));
    expect(isTaken).toEqual([true, false]);
  });
});

it.each(['signedOut', 'sessionEnded', 'signingIn', 'deviceCode'] as const)(
  '[L5] the heading has the focus once a notice has gone with the button that dismissed it: %s',
  (name) => {
    const popup = openPopup({ ...states[name], notices: [{ kind: 'signInLocked' }] });
    button('Dismiss').focus();
    click(button('Dismiss'));
    popup.tell(states[name]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  },
);
