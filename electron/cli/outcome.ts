import { isFault, sayTrouble } from '#contract/outOfOfficeWords.ts';
import type { Preset } from '#contract/preset.ts';
import type { Problem } from '#contract/problem.ts';
import type { AppState } from '#contract/state.ts';
import { sayPresence, sayProblem, saySource, type Words } from '#contract/words.ts';
import { type Answer, type ExitCode, exitCodes } from './answer.ts';

/** That it was done, and what there is to say. */
export function done(text: string): Answer {
  return { code: exitCodes.done, text };
}

/** That it was not done. */
export function fail(code: ExitCode, text: string): Answer {
  return { code, text };
}

/** What came of a change: read from the state, as the popup shows it. Units: `now` in milliseconds since 1970. */
export function changeOutcome(
  words: Words,
  state: AppState,
  now: number,
  asked: { readonly isPresence: boolean; readonly isMessage: boolean; readonly isOutOfOffice: boolean },
): Answer {
  const { publication, statusMessage } = state;
  if (asked.isPresence && (publication.status === 'waiting' || publication.status === 'failed')) {
    return trouble(words, publication.problem, publication.status === 'waiting');
  }
  const { asking } = state.outOfOffice;
  if (asked.isOutOfOffice && asking.status === 'waiting') return trouble(words, asking.problem, true);
  if (asked.isOutOfOffice && asking.status === 'failed') {
    const { trouble: found } = asking;
    return isFault(found)
      ? fail(exitCodes.usage, sayTrouble(words, found))
      : trouble(words, found, false, sayTrouble(words, found));
  }
  if (asked.isMessage && statusMessage.asking.status === 'failed') {
    return trouble(words, statusMessage.asking.problem, false);
  }
  return done(asked.isPresence ? sayShown(words, state, now) : words.say('cli.done'));
}

/** That there is no such preset, and which there are. */
export function unknownPreset(words: Words, name: string, presets: readonly Pick<Preset, 'name'>[]): Answer {
  const names = presets.map((preset) => preset.name).join(', ');
  const others = names === '' ? words.say('cli.noPresets') : words.say('cli.presets', { names });
  return fail(exitCodes.usage, words.say('cli.preset', { name, others }));
}

/** What came of a sign-in. */
export function signInOutcome(words: Words, { session }: AppState): Answer {
  if (session.status === 'signedIn') return done(words.say('cli.signedIn', { username: session.account.username }));
  const problem = session.status === 'signedOut' ? session.problem : null;
  if (problem === null) return fail(exitCodes.failed, words.say('cli.signInFailed'));
  return fail(problem.kind === 'offline' ? exitCodes.offline : exitCodes.failed, sayProblem(words, problem));
}

/** What others see, why, and until when. Units: `now` in milliseconds since 1970. */
export function sayShown(words: Words, state: AppState, now: number): string {
  const { presence } = state;
  const shown = presence === null ? words.say('seen.PresenceUnknown') : sayPresence(words, presence.value);
  return words.say('cli.shown', { presence: shown, source: saySource(words, state, now) });
}

function trouble(words: Words, problem: Problem, isWaiting: boolean, said = sayProblem(words, problem)): Answer {
  const text = words.say(isWaiting ? 'cli.waiting' : 'cli.failed', { problem: said });
  if (problem.kind === 'offline') return fail(exitCodes.offline, text);
  const isSignedOut = problem.kind === 'signInRequired' || problem.kind === 'consentRequired';
  return fail(isSignedOut ? exitCodes.signedOut : exitCodes.failed, text);
}
