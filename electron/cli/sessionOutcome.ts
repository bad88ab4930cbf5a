import type { Notice } from '#contract/notice.ts';
import { sayNotice } from '#contract/noticeWords.ts';
import type { AppState } from '#contract/state.ts';
import { sayProblem, type Words } from '#contract/words.ts';
import { type Answer, done, exitCodes, fail } from './answer.ts';
import { sayOfDemo } from './sayState.ts';

/** That nobody is signed in, and what is known of why. Units: `now` in milliseconds since 1970. */
export function nobody(words: Words, { session, notices }: AppState, now: number): Answer {
  // A keyring that does not answer keeps a start from knowing.
  if (session.status === 'starting') return fail(exitCodes.failed, words.say('menu.starting'));
  const held = notices.find(({ kind }) => kind === 'signInLocked' || kind === 'savedOutOfReach');
  if (held !== undefined) return fail(exitCodes.signedOut, sayNotice(words, held, now));
  const why = session.status === 'signedOut' && session.problem !== null ? [sayProblem(words, session.problem)] : [];
  return fail(exitCodes.signedOut, [...why, words.say('cli.signedOut')].join('\n'));
}

/** What came of a sign-in. */
export function signInOutcome(words: Words, { session }: AppState): Answer {
  if (session.status === 'signedIn') {
    const said = words.say('cli.signedIn', { username: session.account.username });
    return done(session.keptBy === 'keyring' ? said : `${said}\n${words.say('notice.signInNotKept')}`);
  }
  const problem = session.status === 'signedOut' ? session.problem : null;
  if (problem === null) return fail(exitCodes.failed, words.say('cli.signInFailed'));
  return fail(exitCodes.failed, sayProblem(words, problem));
}

/** What came of a sign-out, which began in `before`. Units: `now` in milliseconds since 1970. */
export function signOutOutcome(words: Words, before: AppState, { notices }: AppState, now: number): Answer {
  const noticed = (kind: Notice['kind']) =>
    notices.filter((notice) => notice.kind === kind).map((notice) => sayNotice(words, notice, now));
  const kept = noticed('signInNotDeleted');
  const stays = [...noticed('choiceStays'), ...noticed('absenceStays')];
  if (kept.length > 0) return fail(exitCodes.failed, [...kept, ...stays].join('\n'));
  return done([sayOfDemo(words, before, words.say('cli.signedOutNow')), ...stays].join('\n'));
}
