import { outOfOfficeTruth } from '#contract/outOfOfficeTruth.ts';
import { sayOutOfOffice } from '#contract/outOfOfficeWords.ts';
import type { Problem } from '#contract/problem.ts';
import { saySource } from '#contract/sourceWords.ts';
import type { AppState } from '#contract/state.ts';
import { sayChange, sayOutOfOfficeChange } from '#contract/wishChange.ts';
import { sayNotRead, sayPresence, sayProblem, type Words } from '#contract/words.ts';

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
export function sayAbsence(words: Words, state: AppState, now: number): readonly string[] {
  const isTold = state.outOfOffice.asking.status !== 'idle' || outOfOfficeTruth(state, now).kind === 'scheduled';
  const said = sayOutOfOfficeChange(words, state) ?? (isTold ? sayOutOfOffice(words, state, now) : null);
  return said === null ? [] : [words.say('outOfOffice.announce', { state: said })];
}

/** Until others see what came of a reset, what is known is from before it, and not what Microsoft 365 decides. */
export function resetUnseen({ publication }: AppState): 'checking' | 'notVisible' | null {
  const { status } = publication;
  const isOpen = status === 'checking' || status === 'notVisible';
  return isOpen && publication.wish.kind === 'automatic' ? status : null;
}

/** What is told of the demo says so: colleagues see nothing of it. */
export function sayOfDemo(words: Words, { isDemo }: Pick<AppState, 'isDemo'>, text: string): string {
  return isDemo ? words.say('tooltip.demo', { text }) : text;
}
