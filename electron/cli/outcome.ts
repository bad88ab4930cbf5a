import { sayNotice } from '#contract/noticeWords.ts';
import { isFault, sayTrouble } from '#contract/outOfOfficeWords.ts';
import type { Preset } from '#contract/preset.ts';
import type { Problem } from '#contract/problem.ts';
import type { AppState } from '#contract/state.ts';
import { sayProblem, type Words } from '#contract/words.ts';
import { type Answer, done, exitCodes, fail } from './answer.ts';
import type { Change } from './request.ts';
import { resetUnseen, sayAbsence, sayOfDemo, sayShown } from './sayState.ts';

/** The states that tell what came of a change. */
export interface ChangeStates {
  readonly before: AppState;
  /** When its presence was answered, and out of office not asked for yet. */
  readonly between: AppState;
  readonly after: AppState;
}

/**
 * What came of a change, of all that was asked: read from the state, as the popup shows it. The code is that of the
 * first part that was not done, and each of them is said. Units: `now` in milliseconds since 1970.
 */
export function changeOutcome(words: Words, states: ChangeStates, now: number, asked: Change): Answer {
  const { before, after } = states;
  const ofAbsence = asked.outOfOffice === null ? [] : outOfOfficeTrouble(words, states);
  const notDone = [
    ...presenceTrouble(words, states, asked),
    ...(asked.presence === null ? ofAbsence : ofAbsence.map((each) => asOutOfOffice(words, each))),
    ...(asked.message === null ? [] : messageTrouble(words, after)),
    ...presetTrouble(words, before, after, now),
  ];
  const [first] = notDone;
  if (first !== undefined) return fail(first.code, notDone.map(({ text }) => text).join('\n'));
  const isReset = asked.presence?.do === 'reset' && resetUnseen(after) !== null;
  const isSeen = (asked.presence !== null && !isReset) || asked.outOfOffice !== null;
  if (!isSeen) return done(sayOfDemo(words, after, words.say('cli.done')));
  const absence = asked.outOfOffice === null ? [] : sayAbsence(words, after, now);
  return done([sayShown(words, after, now), ...absence].join('\n'));
}

/**
 * A presence that was on its way before is none of this request's, unless it asks for one itself. One that was refused is
 * no more when out of office has taken its place; one that waits goes on with it.
 */
function presenceTrouble(words: Words, { before, between, after }: ChangeStates, asked: Change): readonly Answer[] {
  const { publication } = after;
  const isOurs = asked.presence !== null || (asked.outOfOffice !== null && publication !== before.publication);
  if (!isOurs) return [];
  const isRefused = asked.presence !== null && between.publication.status === 'failed';
  if (!isRefused || publication === between.publication) return publicationTrouble(words, publication);
  const next = publicationTrouble(words, publication).map((each) => asOutOfOffice(words, each));
  return [...publicationTrouble(words, between.publication), ...next];
}

function publicationTrouble(words: Words, publication: AppState['publication']): readonly Answer[] {
  if (publication.status !== 'waiting' && publication.status !== 'failed') return [];
  return [trouble(words, publication.problem, publication.status === 'waiting')];
}

/** Beside a presence, what failed of out of office is called that. */
function asOutOfOffice(words: Words, { code, text }: Answer): Answer {
  return fail(code, words.say('outOfOffice.announce', { state: text }));
}

/** A plan that failed or waited before is none of this request's. */
function outOfOfficeTrouble(words: Words, { before, after }: ChangeStates): readonly Answer[] {
  const { asking } = after.outOfOffice;
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

function trouble(words: Words, problem: Problem, isWaiting: boolean, said = sayProblem(words, problem)): Answer {
  const text = words.say(isWaiting ? 'cli.waiting' : 'cli.failed', { problem: said });
  if (isWaiting && problem.kind === 'offline') return fail(exitCodes.offline, text);
  const isSignedOut = problem.kind === 'signInRequired' || problem.kind === 'consentRequired';
  return fail(isSignedOut ? exitCodes.signedOut : exitCodes.failed, text);
}
