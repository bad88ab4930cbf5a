import { isOverridden } from '#contract/elsewhere.ts';
import { sayNotice } from '#contract/noticeWords.ts';
import { outOfOfficeTruth } from '#contract/outOfOfficeTruth.ts';
import { isFault, sayOutOfOffice, sayTrouble } from '#contract/outOfOfficeWords.ts';
import type { Ending } from '#contract/plan.ts';
import type { Preset } from '#contract/preset.ts';
import type { Problem } from '#contract/problem.ts';
import { saySource } from '#contract/sourceWords.ts';
import type { AppState } from '#contract/state.ts';
import { sayChange, sayOutOfOfficeChange } from '#contract/wishChange.ts';
import { sayNotRead, sayPresence, sayProblem, type Words } from '#contract/words.ts';
import { type Answer, type ExitCode, exitCodes } from './answer.ts';
import type { Change } from './request.ts';

/** That it was done, and what there is to say. */
export function done(text: string): Answer {
  return { code: exitCodes.done, text };
}

/** That it was not done. */
export function fail(code: ExitCode, text: string): Answer {
  return { code, text };
}

/**
 * What came of a change, of all that was asked: read from the state, as the popup shows it. The code is that of the
 * first part that was not done, and each of them is said. Units: `now` in milliseconds since 1970.
 */
export function changeOutcome(words: Words, before: AppState, state: AppState, now: number, asked: Change): Answer {
  const notDone = [
    ...presenceTrouble(words, before, state, asked),
    ...(asked.outOfOffice === null ? [] : outOfOfficeTrouble(words, before, state)),
    ...(asked.message === null ? [] : messageTrouble(words, state)),
    ...presetTrouble(words, before, state, now),
  ];
  const [first] = notDone;
  if (first !== undefined) return fail(first.code, notDone.map(({ text }) => text).join('\n'));
  const isReset = asked.presence?.do === 'reset' && resetUnseen(state) !== null;
  const isSeen = (asked.presence !== null && !isReset) || asked.outOfOffice !== null;
  if (!isSeen) return done(sayOfDemo(words, state, words.say('cli.done')));
  return done(
    [sayShown(words, state, now), ...(asked.outOfOffice === null ? [] : sayAbsence(words, state, now))].join('\n'),
  );
}

/** A presence that was on its way before is none of this request's, unless it asks for one itself. */
function presenceTrouble(words: Words, before: AppState, { publication }: AppState, asked: Change): readonly Answer[] {
  const isOurs = asked.presence !== null || (asked.outOfOffice !== null && publication !== before.publication);
  if (!isOurs || (publication.status !== 'waiting' && publication.status !== 'failed')) return [];
  return [trouble(words, publication.problem, publication.status === 'waiting')];
}

/** A plan that failed or waited before is none of this request's. */
function outOfOfficeTrouble(words: Words, before: AppState, { outOfOffice: { asking } }: AppState): readonly Answer[] {
  if (asking === before.outOfOffice.asking) return [];
  if (asking.status === 'waiting') return [trouble(words, asking.problem, true)];
  if (asking.status !== 'failed') return [];
  const said = sayTrouble(words, asking.trouble);
  return [isFault(asking.trouble) ? fail(exitCodes.failed, said) : trouble(words, asking.trouble, false, said)];
}

function messageTrouble(words: Words, { statusMessage: { asking } }: AppState): readonly Answer[] {
  if (asking.status !== 'failed') return [];
  const { code, text } = trouble(words, asking.problem, false);
  return [fail(code, words.say('cli.message', { problem: text }))];
}

/** What of a preset beside its presence could not be set. */
function presetTrouble(words: Words, before: AppState, state: AppState, now: number): readonly Answer[] {
  return state.notices
    .filter((notice) => notice.kind === 'presetPartly' && !before.notices.includes(notice))
    .map((notice) => fail(exitCodes.failed, sayNotice(words, notice, now)));
}

/** That there is no such preset, and which there are. */
export function unknownPreset(words: Words, name: string, presets: readonly Pick<Preset, 'name'>[]): Answer {
  const names = presets.map((preset) => preset.name).join(', ');
  const others = names === '' ? words.say('cli.noPresets') : words.say('cli.presets', { names });
  return fail(exitCodes.usage, words.say('cli.preset', { name, others }));
}

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

/**
 * What came of a sign-out; `before` is the last of the session, when its choice was ended or could not be. Units: `now` in
 * milliseconds since 1970.
 */
export function signOutOutcome(words: Words, before: AppState, { notices }: AppState, now: number): Answer {
  const ending = before.isDemo ? null : endLeft(before);
  const stays = ending === null ? [] : [words.say('cli.choiceStays', { time: words.dayAndTime(ending.at, now) })];
  const kept = notices.find(({ kind }) => kind === 'signInNotDeleted');
  if (kept !== undefined) return fail(exitCodes.failed, [sayNotice(words, kept, now), ...stays].join('\n'));
  return done([sayOfDemo(words, before, words.say('cli.signedOutNow')), ...stays].join('\n'));
}

/** The end of the choice that stands, where nobody is there to carry it out once nobody is signed in. */
function endLeft(state: AppState): Ending | null {
  const { chosen } = state;
  if (chosen === null || chosen.ending === null || isOverridden(state)) return null;
  // Microsoft 365 gives it back by itself.
  return chosen.isByActions === true && chosen.ending.sequel === 'automatic' ? null : chosen.ending;
}

/** What others see, why, and until when. Units: `now` in milliseconds since 1970. */
export function sayShown(words: Words, state: AppState, now: number): string {
  const { presence } = state;
  const shown = presence === null ? words.say('seen.PresenceUnknown') : sayPresence(words, presence.value);
  const ofReset = resetUnseen(state);
  const text =
    ofReset === null
      ? words.say('cli.shown', { presence: shown, source: saySource(words, state, now) })
      : words.say(ofReset === 'checking' ? 'tooltip.accepted' : 'tooltip.notVisible', { presence: shown });
  return sayOfDemo(words, state, state.isOnline ? text : words.say('tooltip.offline', { text }));
}

/** What is in the way of what others see, as one sentence, if anything is. Units: as for `sayShown`. */
export function sayInTheWay(words: Words, state: AppState, problem: Problem | null, now: number): readonly string[] {
  const { reading } = state;
  const isOfReading = reading.status === 'failed' && reading.problem === problem;
  if (problem === null) return [];
  return [isOfReading ? sayNotRead(words, state, problem, now) : sayProblem(words, problem)];
}

/** What is asked for and not there yet, or failed: a presence, its end, out of office. Units: as for `sayShown`. */
export function sayAsked(words: Words, state: AppState, now: number): readonly string[] {
  const change = sayChange(words, state);
  return [...(change === null ? [] : [change]), ...sayAbsence(words, state, now)];
}

/** What of out of office others do not see: one that is on its way, waits, has failed, or is still to come. */
function sayAbsence(words: Words, state: AppState, now: number): readonly string[] {
  const isTold = state.outOfOffice.asking.status !== 'idle' || outOfOfficeTruth(state, now).kind === 'scheduled';
  const said = sayOutOfOfficeChange(words, state) ?? (isTold ? sayOutOfOffice(words, state, now) : null);
  return said === null ? [] : [words.say('outOfOffice.announce', { state: said })];
}

/** Until others see what came of a reset, what is known is from before it, and not what Microsoft 365 decides. */
function resetUnseen({ publication }: AppState): 'checking' | 'notVisible' | null {
  const { status } = publication;
  const isOpen = status === 'checking' || status === 'notVisible';
  return isOpen && publication.wish.kind === 'automatic' ? status : null;
}

/** What is told of the demo says so: colleagues see nothing of it. */
export function sayOfDemo(words: Words, { isDemo }: Pick<AppState, 'isDemo'>, text: string): string {
  return isDemo ? words.say('tooltip.demo', { text }) : text;
}

function trouble(words: Words, problem: Problem, isWaiting: boolean, said = sayProblem(words, problem)): Answer {
  const text = words.say(isWaiting ? 'cli.waiting' : 'cli.failed', { problem: said });
  if (isWaiting && problem.kind === 'offline') return fail(exitCodes.offline, text);
  const isSignedOut = problem.kind === 'signInRequired' || problem.kind === 'consentRequired';
  return fail(isSignedOut ? exitCodes.signedOut : exitCodes.failed, text);
}
