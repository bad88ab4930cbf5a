import type { Problem } from '#contract/problem.ts';
import type { Account, DeviceCode, SignInMethod } from '#contract/session.ts';
import { type AppState, initialState } from '#contract/state.ts';

/** The token cache was read and somebody is in it, or a sign-in came to its good end. */
export function signedIn(state: AppState, account: Account, keptBy: 'keyring' | 'memory'): AppState {
  const known = formerAccount(state);
  const same = known !== null && known.homeAccountId === account.homeAccountId;
  const kept = same ? state : withoutPerson(state);
  return {
    ...kept,
    notices: kept.notices.filter(({ kind }) => kind !== 'signInLocked'),
    session: { status: 'signedIn', account, keptBy },
  };
}

/** The sign-in that was only in memory is now kept where a restart finds it. */
export function sessionKept(state: AppState): AppState {
  if (state.session.status !== 'signedIn') return state;
  const notices = state.notices.filter(({ kind }) => kind !== 'signInNotKept');
  return { ...state, notices, session: { ...state.session, keptBy: 'keyring' } };
}

/** The user asked for a sign-in, and it is under way. */
export function signInStarted(state: AppState, method: SignInMethod): AppState {
  const account = formerAccount(state);
  const session =
    method === 'browser'
      ? ({ status: 'signingIn', account, method } as const)
      : ({ status: 'signingIn', account, method, code: null } as const);
  return { ...state, session };
}

/** Microsoft gave out the code that the user types on another device. */
export function deviceCodeGiven(state: AppState, code: DeviceCode): AppState {
  if (state.session.status !== 'signingIn' || state.session.method !== 'deviceCode') return state;
  return { ...state, session: { ...state.session, code } };
}

/** The sign-in ended without one: cancelled (no problem), refused or failed. Back to where it began. */
export function signInEnded(state: AppState, problem: Problem | null): AppState {
  return { ...state, session: { status: 'signedOut', account: formerAccount(state), problem } };
}

/** Nobody is signed in on this computer. */
export function sessionNotFound(state: AppState): AppState {
  return { ...state, session: { status: 'signedOut', account: null, problem: null } };
}

/** Somebody may be signed in on this computer, behind a keyring that is not open yet. */
export function sessionLocked(state: AppState): AppState {
  return { ...state, session: { status: 'signedOut', account: null, problem: null, isLocked: true } };
}

/** The service wants a new sign-in. Who it was stays, with the choice, and the wish in flight waits for it. */
export function sessionEnded(state: AppState, problem: Problem): AppState {
  const session = { status: 'signedOut', account: formerAccount(state), problem } as const;
  return { ...state, presence: null, reading: { status: 'idle' }, session };
}

/** The user signed out: nothing of the person stays, and the demo ends with its person. */
export function signedOut(state: AppState): AppState {
  return { ...sessionNotFound(withoutPerson(state)), isDemo: false };
}

/** The user wants to try the app against the built-in service. */
export function demoStarted(state: AppState): AppState {
  return { ...sessionNotFound(withoutPerson(state)), isDemo: true };
}

function formerAccount({ session }: AppState): Account | null {
  return session.status === 'starting' ? null : session.account;
}

function withoutPerson(state: AppState): AppState {
  const { isDemo, isOnline, hasTray, session, notices, settings, managedKeys, automation, openAtLogin } = state;
  const { about, speech, settingsPage } = state;
  const kept = { isDemo, isOnline, hasTray, session, notices, settings, managedKeys, automation, openAtLogin };
  return { ...initialState, ...kept, about, speech, settingsPage };
}
