import { availabilityNames, fixedAction } from '#contract/actions.ts';
import { isElsewhere } from '#contract/elsewhere.ts';
import { isOutOfOffice, outOfOfficeCommand, outOfOfficeTruth } from '#contract/outOfOfficeTruth.ts';
import { sayOutOfOffice } from '#contract/outOfOfficeWords.ts';
import { activities, availabilities, findPresence } from '#contract/presence.ts';
import type { AppState } from '#contract/state.ts';
import { sayChoice, type Words } from '#contract/words.ts';
import { actionItems, presetItems } from './actionItems.ts';
import { planItems } from './planMenu.ts';
import type { MenuItem } from './trayPort.ts';

const separator: MenuItem = { kind: 'separator' };

/**
 * The tray's menu. On desktops where a click opens it instead of the popup, it is the whole app.
 *
 * Units: `now` in milliseconds since 1970.
 */
export function trayMenu(words: Words, state: AppState, now: number, stateLine: string): readonly MenuItem[] {
  return [
    { kind: 'label', label: stateLine },
    ...actionItems(words, state, 'open'),
    separator,
    ...sessionItems(words, state, now),
    separator,
    ...actionItems(words, state, 'settings'),
    { kind: 'command', label: words.say('menu.copyDiagnostics'), command: ['copyDiagnostics'] },
    ...actionItems(words, state, 'quit'),
  ];
}

function sessionItems(words: Words, state: AppState, now: number): readonly MenuItem[] {
  switch (state.session.status) {
    case 'starting':
      return [];
    case 'signingIn':
      return [
        ...(state.session.method === 'browser' ? browserItems(words) : []),
        { kind: 'command', label: words.say('menu.cancelSignIn'), command: ['cancelSignIn'] },
      ];
    case 'signedOut':
      return [
        ...actionItems(words, state, 'sign-in'),
        { kind: 'command', label: words.say('signIn.deviceCode'), command: ['signIn', 'deviceCode'] },
        { kind: 'command', label: words.say('signIn.demo'), command: ['startDemo'] },
        // A session that ended by itself leaves name and texts here, and a page that proposes the same person.
        ...(state.session.account === null ? [] : [signOutItem(words, state, state.session.account.username)]),
      ];
    case 'signedIn':
      return [
        ...presenceItems(words, state),
        ...presetItems(words, state),
        separator,
        ...planItems(words, state, now),
        separator,
        ...outOfOfficeItems(words, state, now),
        ...actionItems(words, state, 'clear-message', 'pause-rules', 'resume-rules'),
        separator,
        ...publicationItems(words, state),
        signOutItem(words, state, state.session.account.username),
      ];
  }
}

function browserItems(words: Words): readonly MenuItem[] {
  return [
    { kind: 'command', label: words.say('signIn.openAgain'), command: ['reopenSignIn'] },
    { kind: 'command', label: words.say('signIn.copyLink'), command: ['copySignInLink'] },
  ];
}

/** Six states and "automatic" in one radio group: exactly one is always marked, as some tray hosts insist on. */
function presenceItems(words: Words, state: AppState): readonly MenuItem[] {
  const { chosen } = state;
  const marked = isElsewhere(state) ? state.presence?.value.availability : chosen?.presence.availability;
  const states = availabilities.map((availability): MenuItem => {
    const isChecked = marked === availability;
    const { say, command } = fixedAction(availabilityNames[availability]);
    return { kind: 'radio', label: say(words), isChecked, command };
  });
  const { say, command } = fixedAction('reset');
  const reset: MenuItem = { kind: 'radio', label: say(words), isChecked: marked === undefined, command };
  return [...states, reset, ...activityItems(words, chosen)];
}

/** Activity appears only where more than one is legal, and only beside the availability it supplements. */
function activityItems(words: Words, chosen: AppState['chosen']): readonly MenuItem[] {
  if (chosen === null || activities[chosen.presence.availability].length < 2) return [];
  const { availability, activity: current } = chosen.presence;
  const items = activities[availability].flatMap((activity): MenuItem[] => {
    const presence = findPresence(availability, activity);
    if (presence === undefined) return [];
    const isChecked = activity === current;
    return [{ kind: 'radio', label: sayChoice(words, presence), isChecked, command: ['setPresence', presence] }];
  });
  return [{ kind: 'submenu', label: words.say('activity.label'), items }];
}

/**
 * Where presences know nothing of it, only what was planned can be turned off. What is still to come, or on its way, or
 * has failed is said, as some desktops turn the tick at a click, whatever becomes of that.
 */
function outOfOfficeItems(words: Words, state: AppState, now: number): readonly MenuItem[] {
  const truth = outOfOfficeTruth(state, now);
  const isChecked = isOutOfOffice(truth);
  if (!isChecked && !state.outOfOffice.isInPresence) return [];
  const isPlain = state.outOfOffice.asking.status === 'idle' && truth.kind !== 'scheduled';
  const label = isPlain
    ? words.say('home.outOfOffice')
    : words.say('outOfOffice.announce', { state: sayOutOfOffice(words, state, now) });
  return [{ kind: 'checkbox', label, isChecked, command: outOfOfficeCommand(state, now) }];
}

function publicationItems(words: Words, { publication }: AppState): readonly MenuItem[] {
  if (publication.status === 'waiting') {
    return [{ kind: 'command', label: words.say('menu.cancelChange'), command: ['cancelPublication'] }];
  }
  if (publication.status !== 'failed')
    return [{ kind: 'command', label: words.say('home.refresh'), command: ['refreshPresence'] }];
  return [
    { kind: 'command', label: words.say('action.tryAgain'), command: ['retryPublication'] },
    { kind: 'command', label: words.say('menu.copyProblem'), command: ['copyProblem'] },
  ];
}

function signOutItem(words: Words, { isDemo }: AppState, username: string): MenuItem {
  const label = isDemo ? words.say('menu.leaveDemo') : words.say('menu.signOut', { username });
  return { kind: 'command', label, command: ['signOut'] };
}
