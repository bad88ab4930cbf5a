import { isOfPerson, type Notice } from '#contract/notice.ts';
import type { Problem } from '#contract/problem.ts';
import { quietAutomation } from '#contract/rules.ts';
import { type Account, accountOf, type DeviceCode, isOf, type SignInMethod } from '#contract/session.ts';
import { type AppState, initialState } from '#contract/state.ts';

const ofSignInBefore: readonly Notice['kind'][] = [
  ...(['signInLocked', 'signInNotKept', 'signInUnreadable', 'savedOutOfReach', 'signInNotDeleted'] as const),
];

/** The token cache was read and somebody is in it, or a sign-in came to its good end. */
export function signedIn(state: AppState, account: Account, keptBy: 'keyring' | 'memory'): AppState {
  const kept = isOf(state.session, account) ? state : withoutPerson(state);
  return { ...withoutSignInBefore(kept), session: { status: 'signedIn', account, keptBy } };
}

/** What was said of a saved sign-in is over with it. */
function withoutSignInBefore(state: AppState): AppState {
  return { ...state, notices: state.notices.filter(({ kind }) => !ofSignInBefore.includes(kind)) };
}

/** The sign-in that was only in memory is now kept where a restart finds it. */
export function sessionKept(state: AppState): AppState {
  if (state.session.status !== 'signedIn') return state;
  const notices = state.notices.filter(({ kind }) => kind !== 'signInNotKept');
  return { ...state, notices, session: { ...state.session, keptBy: 'keyring' } };
}

/** The user asked for a sign-in, and it is under way. */
export function signInStarted(state: AppState, method: SignInMethod): AppState {
  const before = { account: accountOf(state.session), ...lockOf(state) };
  const session =
    method === 'browser'
      ? ({ status: 'signingIn', ...before, method } as const)
      : ({ status: 'signingIn', ...before, method, code: null } as const);
  return { ...state, session };
}

/** Microsoft gave out the code that the user types on another device. */
export function deviceCodeGiven(state: AppState, code: DeviceCode): AppState {
  if (state.session.status !== 'signingIn' || state.session.method !== 'deviceCode') return state;
  return { ...state, session: { ...state.session, code } };
}

/** The sign-in ended without one: cancelled (no problem), refused or failed. Back to where it began. */
export function signInEnded(state: AppState, problem: Problem | null): AppState {
  return { ...state, session: { status: 'signedOut', account: accountOf(state.session), problem, ...lockOf(state) } };
}

/** What was out of reach is still to be looked into, whatever comes of a sign-in meanwhile. */
function lockOf({ session }: AppState): { readonly isLocked?: true } {
  return 'isLocked' in session && session.isLocked === true ? { isLocked: true } : {};
}

/** Nobody is signed in on this computer. */
export function sessionNotFound(state: AppState): AppState {
  return { ...state, session: { status: 'signedOut', account: null, problem: null } };
}

/**
 * Somebody may be signed in on this computer, behind a keyring that is not open yet or in a file that is out of reach.
 * Which of them is told in place of what was told before; null where it was told already.
 */
export function sessionLocked(state: AppState, news: HoldUp | null): AppState {
  const others = state.notices.filter(({ kind }) => kind !== 'signInLocked' && kind !== 'savedOutOfReach');
  const notices = news === null ? state.notices : [...others, { kind: news }];
  return { ...state, notices, session: { status: 'signedOut', account: null, problem: null, isLocked: true } };
}

/** What keeps a start from knowing who is signed in. */
export type HoldUp = 'signInLocked' | 'savedOutOfReach';

/** The service wants a new sign-in. Who it was stays, with the choice, and the wish in flight waits for it. */
export function sessionEnded(state: AppState, problem: Problem): AppState {
  const session = { status: 'signedOut', account: accountOf(state.session), problem } as const;
  return { ...state, presence: null, reading: { status: 'idle' }, session };
}

/** The user signed out: nothing of the person stays, and the demo ends with its person. */
export function signedOut(state: AppState): AppState {
  const out = sessionNotFound(withoutSignInBefore(withoutPerson(state)));
  return state.isDemo ? { ...withQuietRules(out), isDemo: false } : out;
}

/** The user wants to try the app against the built-in service. */
export function demoStarted(state: AppState): AppState {
  return { ...sessionNotFound(withQuietRules(withoutPerson(state))), isDemo: true };
}

/** Takes away what is of a person. What is of the app and the computer is named here; whatever else there is, is theirs. */
function withoutPerson(state: AppState): AppState {
  const { isDemo, isOnline, hasTray, session, automation, openAtLogin } = state;
  const { settings, managedKeys, speech, about, updates, settingsPage, presetDraft, isRecordingKeys } = state;
  return {
    ...{ ...initialState, isDemo, isOnline, hasTray, session, automation, openAtLogin },
    ...{ settings, managedKeys, speech, about, updates, settingsPage, presetDraft, isRecordingKeys },
    notices: state.notices.filter((notice) => !isOfPerson(notice)),
  };
}

/** What rules did in the demo they never did for anybody, and the other way round. */
function withQuietRules(state: AppState): AppState {
  return { ...state, automation: { ...quietAutomation, canTellIdle: state.automation.canTellIdle } };
}
