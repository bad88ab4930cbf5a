import { keptVisibleUntil } from '#contract/actions.ts';
import { type Instant, toEpoch } from '#contract/instant.ts';
import { type LikelyReason, likelyReason } from '#contract/likelyReason.ts';
import { isOfPlace, type Problem, type ProblemAction, problemActions } from '#contract/problem.ts';
import type { AppState } from '#contract/state.ts';
import { sayNotRead, sayProblem, type Words } from '#contract/words.ts';

/** The button of the status line, named as the command that it asks for. */
export type StatusAction =
  | 'retryPublication'
  | 'refreshPresence'
  | 'cancelPublication'
  | 'resetPresence'
  | 'keepVisible'
  | 'stopVisible'
  | 'undo'
  | ProblemWayOut;
export type ProblemWayOut = Exclude<ProblemAction, 'tryAgain'> | 'copyProblem';

export interface StatusLine {
  readonly icon: 'danger' | 'warning' | 'offline' | 'info' | null;
  readonly text: string;
  readonly action: { readonly label: string; readonly command: StatusAction } | null;
  /** Whether it can be closed: it says why a wish failed, or why one is tried again, which is given up by that. */
  readonly canDismiss: boolean;
}

export interface StatusTime {
  /** Units: milliseconds since 1970. */
  readonly now: number;
  /** Whether the publishing has lasted long enough to be mentioned. */
  readonly isSlow: boolean;
  /** Whether a change was accepted so lately that it may be taken back from here. */
  readonly isFresh: boolean;
}

/** What helps against what hides a wish; nothing where only waiting does. */
const remedies: Record<LikelyReason, 'keepVisible' | 'resetPresence' | null> = {
  teamsClosed: 'keepVisible',
  appearOffline: 'resetPresence',
  calendar: null,
  stronger: null,
};

const staleMilliseconds = 10 * 60_000;

/** The one way out of a problem; where there is none, the facts for somebody who can help. */
export function wayOut<Retry extends StatusAction>(words: Words, problem: Problem, retry: Retry) {
  const action = problemActions[problem.kind];
  if (action === 'tryAgain') return { label: words.say('action.tryAgain'), command: retry };
  if (action !== null) return { label: words.say(`action.${action}`), command: action };
  return copyFacts(words, problem);
}

/** The facts of a problem, for somebody who can help; nothing where there are none. */
export function copyFacts(words: Words, problem: Problem) {
  return 'trace' in problem ? ({ label: words.say('action.copyProblem'), command: 'copyProblem' } as const) : null;
}

/** The status line of the home page: the most pressing thing first. */
export function statusLine(words: Words, state: AppState, username: string, time: StatusTime): StatusLine {
  return (
    publicationLine(words, state, time) ?? readingLine(words, state, time) ?? restLine(words, state, username, time)
  );
}

function publicationLine(words: Words, state: AppState, time: StatusTime): StatusLine | null {
  const { publication } = state;
  const { now, isSlow } = time;
  const cancel = { label: words.say('action.cancel'), command: 'cancelPublication' } as const;
  switch (publication.status) {
    case 'idle':
      return null;
    case 'publishing':
      return isSlow ? plain(words.say('footer.saving')) : null;
    case 'checking':
      // Without a network nothing is checked, and of a check that failed is said why.
      if (!state.isOnline || state.reading.status === 'failed') return null;
      return { ...plain(words.say('footer.checking')), action: undo(words, state, time) };
    case 'waiting': {
      const { problem } = publication;
      // Whatever it waited for: without a network nothing is tried.
      if (!state.isOnline)
        return { icon: 'offline', text: words.say('footer.offline'), action: cancel, canDismiss: false };
      if (problem.kind === 'offline') {
        const text = words.say('footer.notChangedYet', { problem: sayProblem(words, problem) });
        return { icon: 'warning', text, action: cancel, canDismiss: false };
      }
      if (isTriedAgain(problem)) {
        const text = words.say('footer.notChangedYet', { problem: sayProblem(words, problem) });
        return { icon: 'danger', text, action: wayOut(words, problem, 'retryPublication'), canDismiss: true };
      }
      const text =
        problem.kind === 'throttled'
          ? words.say('footer.throttled', { seconds: secondsUntil(problem.retryAt, now) })
          : sayProblem(words, problem);
      return { icon: 'info', text, action: cancel, canDismiss: false };
    }
    case 'notVisible':
      return { icon: 'info', text: sayNotVisible(words, state), action: remedy(words, state), canDismiss: true };
    case 'failed': {
      const text = words.say('footer.notChanged', { problem: sayProblem(words, publication.problem) });
      const action = wayOut(words, publication.problem, 'retryPublication');
      return { icon: 'danger', text, action, canDismiss: true };
    }
  }
}

function readingLine(words: Words, state: AppState, { now }: StatusTime): StatusLine | null {
  const { isOnline, reading } = state;
  if (!isOnline) return { icon: 'offline', text: words.say('footer.offline'), action: null, canDismiss: false };
  if (reading.status !== 'failed') return null;
  const text = sayNotRead(words, state, reading.problem, now);
  return { icon: 'warning', text, action: wayOut(words, reading.problem, 'refreshPresence'), canDismiss: false };
}

function restLine(words: Words, state: AppState, username: string, time: StatusTime): StatusLine {
  const { isDemo, presence } = state;
  const { now } = time;
  if (presence !== null && now - toEpoch(presence.at) > staleMilliseconds) {
    const text = words.say('footer.checkedAt', { username, time: words.dayAndTime(presence.at, now) });
    return { icon: 'warning', text, action: null, canDismiss: false };
  }
  const takeBack = undo(words, state, time);
  const keptUntil = keptVisibleUntil(state, now);
  if (keptUntil !== null) {
    const stop = { label: words.say('plan.stopKeeping'), command: 'stopVisible' } as const;
    const text = words.say('plan.kept', { time: words.dayAndTime(keptUntil, now) });
    return { ...plain(text), action: takeBack ?? stop };
  }
  const text = isDemo ? words.say('footer.demo') : words.say('footer.upToDate', { username });
  return { ...plain(text), action: takeBack };
}

/** Whether a request that waits met no answer that counts: the line says it as an alert. */
export function isTriedAgain(problem: Problem): boolean {
  return problem.kind === 'timedOut' || problem.kind === 'unavailable' || isOfPlace(problem);
}

/** That an accepted wish is not what others see, with the likely reason where there is one. */
export function sayNotVisible(words: Words, state: AppState): string {
  const reason = likelyReason(state);
  if (reason !== null) return words.say(`details.notVisible.${reason}`);
  const isReset = state.publication.status === 'notVisible' && state.publication.wish.kind === 'automatic';
  return words.say(isReset ? 'footer.notVisibleReset' : 'footer.notVisible');
}

function remedy(words: Words, state: AppState): StatusLine['action'] {
  const reason = likelyReason(state);
  const command = reason === null ? null : remedies[reason];
  if (command === null) return null;
  return { label: words.say(command === 'keepVisible' ? 'plan.keep' : 'home.reset'), command };
}

function undo(words: Words, state: AppState, { isFresh }: StatusTime): StatusLine['action'] {
  return isFresh && state.undo !== null ? { label: words.say('menu.undo'), command: 'undo' } : null;
}

function plain(text: string): StatusLine {
  return { icon: null, text, action: null, canDismiss: false };
}

function secondsUntil(instant: Instant, now: number): number {
  return Math.max(0, Math.ceil((toEpoch(instant) - now) / 1000));
}
