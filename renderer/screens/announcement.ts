import { sayNotice } from '#contract/noticeWords.ts';
import { lacksReplies, sayMailboxFailure, sayOutOfOffice } from '#contract/outOfOfficeWords.ts';
import type { DeviceCode, Session } from '#contract/session.ts';
import { type AppState, isUnderWay } from '#contract/state.ts';
import { outOfOfficeWish, shownPresence } from '#contract/wishChange.ts';
import { sayPresence, sayProblem, sayWaiting, type Words } from '#contract/words.ts';
import { sayCaption, sayOutOfOfficeRow } from './homeView.ts';
import { isTriedAgain, sayNotVisible } from './statusLine.ts';

/**
 * What a screen reader is told about a change; nothing when the change says so itself, or is none worth words. Notices
 * stand beside whatever else has changed in the same moment, and are sentences, so they come first.
 */
export function announcement(words: Words, before: AppState, after: AppState, now: number): string | null {
  const told = [newNotices(words, before, after, now), change(words, before, after, now)];
  return told.filter((text) => text !== null).join(' ') || null;
}

/** Of that, what notices tell: in the settings all else says itself beside its control. */
export function newNotices(words: Words, before: AppState, after: AppState, now: number): string | null {
  const told = after.notices
    .filter((notice) => !before.notices.some((known) => JSON.stringify(known) === JSON.stringify(notice)))
    .map((notice) => sayNotice(words, notice, now));
  return told.join(' ') || null;
}

/** The most telling of what has changed. */
function change(words: Words, before: AppState, after: AppState, now: number): string | null {
  return (
    sessionChange(words, before, after) ??
    presenceChange(words, before, after) ??
    publicationChange(words, before, after, now) ??
    messageChange(words, before, after) ??
    absenceChange(words, before, after, now) ??
    mailboxChange(words, before, after) ??
    circumstance(words, before, after)
  );
}

function sessionChange(words: Words, { session: before }: AppState, { session, isDemo }: AppState): string | null {
  const code = codeOf(session);
  if (code !== null && code.userCode !== codeOf(before)?.userCode) {
    // It is to be typed, and a screen reader would say it as a word.
    return `${words.say('signIn.codeText', { uri: code.verificationUri })} ${[...code.userCode].join(' ')}`;
  }
  if (before.status === session.status) return null;
  if (session.status === 'signingIn' && !isDemo) {
    return words.say(session.method === 'browser' ? 'signIn.waiting' : 'signIn.codeWaiting');
  }
  const hasEnded = before.status === 'signedIn' && session.status === 'signedOut' && session.account !== null;
  return hasEnded ? words.say('signIn.again') : null;
}

function codeOf(session: Session): DeviceCode | null {
  return session.status === 'signingIn' && session.method === 'deviceCode' ? session.code : null;
}

function presenceChange(words: Words, before: AppState, after: AppState): string | null {
  if (after.presence === null) return null;
  const presence = sayPresence(words, shownPresence(after));
  const isSame = before.presence !== null && sayPresence(words, shownPresence(before)) === presence;
  if (!isSame) return words.say('home.announce', { presence });
  const { isOutOfOffice } = shownPresence(after).outOfOfficeSettings;
  if (shownPresence(before).outOfOfficeSettings.isOutOfOffice === isOutOfOffice) return null;
  return words.say(isOutOfOffice ? 'home.announceOutOfOffice.on' : 'home.announceOutOfOffice.off');
}

/** Compared as it is said: each state that comes is a new copy. */
function publicationChange(words: Words, before: AppState, after: AppState, now: number): string | null {
  // Accepted, under the word that was shown already: what is new is how long it lasts, or who decides.
  const isAccepted = isUnderWay(before.publication) && after.publication.status === 'checking';
  const said = isAccepted ? sayLine(words, before, after, now) : sayPublication(words, after, now);
  return said === sayPublication(words, before, now) ? null : said;
}

/** A failure is an alert of its own, and so is a service that does not answer. */
function sayPublication(words: Words, state: AppState, now: number): string | null {
  const { publication, isOnline } = state;
  switch (publication.status) {
    case 'publishing':
      return sayLine(words, state, state, now);
    case 'waiting':
      if (!isOnline) return words.say('footer.offline');
      return isTriedAgain(publication.problem) ? null : sayWaiting(words, publication.problem);
    case 'notVisible':
      return sayNotVisible(words, state);
    case 'idle':
    case 'checking':
    case 'failed':
      return null;
  }
}

/** The line that tells of what is wished: that of out of office where the wish is for nothing else, or the caption. */
function sayLine(words: Words, wished: AppState, state: AppState, now: number): string {
  return outOfOfficeWish(wished) === null ? sayCaption(words, state, now) : sayOutOfOfficeRow(words, state, now);
}

/** What came of a status message; that it is on its way is not worth words. */
function messageChange(words: Words, before: AppState, { statusMessage: { asking, seen } }: AppState): string | null {
  const asked = before.statusMessage.asking;
  // Its answer was lost, and it was set all the same. A user who only dismisses the failure changes nothing.
  const isChanged = JSON.stringify(seen) !== JSON.stringify(before.statusMessage.seen);
  const isAsked = asked.status === 'failed' && asked.message.text === (seen?.text ?? '');
  const isFound = isAsked && isChanged && asking.status === 'idle';
  if ((asked.status !== 'sending' && !isFound) || asking.status === 'sending') return null;
  if (asking.status === 'failed') return words.say('message.notSaved', { problem: sayProblem(words, asking.problem) });
  return words.say(seen === null ? 'message.cleared' : 'message.saved');
}

/** What came of a plan, or of ending it. */
function absenceChange(words: Words, before: AppState, after: AppState, now: number): string | null {
  const { status } = after.outOfOffice.asking;
  if (before.outOfOffice.asking.status === status || status === 'sending') return null;
  return words.say('outOfOffice.announce', { state: sayOutOfOffice(words, after, now) });
}

/** What came of asking for the mailbox. */
function mailboxChange(words: Words, before: AppState, after: AppState): string | null {
  const { access, problem } = after.outOfOffice;
  if (before.outOfOffice.access !== 'asking' || access === 'asking') return null;
  if (access === 'ready' || lacksReplies(access)) return words.say(`outOfOffice.mailbox.${access}`);
  return problem === null ? null : sayMailboxFailure(words, problem);
}

function circumstance(words: Words, before: AppState, after: AppState): string | null {
  if (before.isOnline && !after.isOnline) return words.say('footer.offline');
  if (after.reading.status === 'failed' && before.reading.status !== 'failed') {
    return words.say('footer.notRead', { problem: sayProblem(words, after.reading.problem) });
  }
  return null;
}
