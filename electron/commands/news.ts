import type { Command } from '#contract/commands.ts';
import { type Instant, toEpoch, toInstant } from '#contract/instant.ts';
import { sayAbsenceFailed } from '#contract/outOfOfficeWords.ts';
import { plainPresence } from '#contract/presence.ts';
import type { SettingsKey } from '#contract/settings.ts';
import type { AppState } from '#contract/state.ts';
import { sayChoice, sayPresence, sayProblem, type Words } from '#contract/words.ts';

/** Something worth telling a user who is not looking: its words, and the actions that are offered with it. */
export interface News {
  readonly kind: 'ending' | 'elsewhere' | 'failed' | 'signIn';
  readonly title: string;
  readonly body: string;
  readonly actions: readonly { readonly label: string; readonly command: Command }[];
  /** Whether what the actions are about is over: they may be clicked hours later. */
  readonly isOver?: (state: AppState) => boolean;
}

const minute = 60_000;
const hour = 3_600_000;
/** How long before an end it is told. Units: milliseconds. */
const before = 5 * minute;

/**
 * What a change of the state has to tell somebody who does not see the popup; null for most.
 *
 * Shape: what the user did is never told: a wish, a reset, a sign-out. Each kind can be switched off.
 */
export function newsOf(words: Words, was: AppState, is: AppState): News | null {
  const found =
    signInNews(words, was, is) ??
    failedNews(words, was, is) ??
    absenceNews(words, was, is) ??
    elsewhereNews(words, was, is);
  return found !== null && is.settings[switchOf[found.kind]] ? found : null;
}

const switchOf = {
  ending: 'notifyEnding',
  elsewhere: 'notifyElsewhere',
  failed: 'notifyFailed',
  signIn: 'notifySignIn',
} as const satisfies Record<News['kind'], SettingsKey>;

function signInNews(words: Words, was: AppState, is: AppState): News | null {
  if (was.session.status !== 'signedIn' || is.session.status !== 'signedOut' || is.session.problem === null)
    return null;
  return {
    kind: 'signIn',
    title: words.say('notify.signIn'),
    body: words.say('notify.signIn.text'),
    actions: [{ label: words.say('action.signIn'), command: ['signIn', 'browser'] }],
  };
}

function failedNews(words: Words, was: AppState, is: AppState): News | null {
  const { publication } = is;
  if (publication.status === 'failed' && was.publication.status !== 'failed') {
    return {
      kind: 'failed',
      title: words.say('notify.failed'),
      body: sayProblem(words, publication.problem),
      actions: [{ label: words.say('action.tryAgain'), command: ['retryPublication'] }],
    };
  }
  const hasExpired = ({ notices }: AppState) => notices.some(({ kind }) => kind === 'wishExpired');
  if (!hasExpired(is) || hasExpired(was)) return null;
  return { kind: 'failed', title: words.say('notify.failed'), body: words.say('notice.wishExpired'), actions: [] };
}

/** What was planned, or its end, waited or came by the clock: nobody looks, and may count on it. */
function absenceNews(words: Words, was: AppState, is: AppState): News | null {
  const { asking } = is.outOfOffice;
  if (asking.status !== 'failed' || was.outOfOffice.asking.status === 'failed') return null;
  return { kind: 'failed', title: words.say('home.outOfOffice'), body: sayAbsenceFailed(words, asking), actions: [] };
}

/** A choice that had been seen, and that nothing of ours has ended, was replaced. */
function elsewhereNews(words: Words, was: AppState, is: AppState): News | null {
  const isOurs = was.publication.status !== 'idle' || is.publication.status !== 'idle';
  if (isOurs || is.session.status !== 'signedIn' || !was.chosen?.isShown || is.chosen !== null || is.presence === null)
    return null;
  const { presence, ending } = was.chosen;
  const lasts = ending === null ? 'untilChanged' : { until: ending.at };
  return {
    kind: 'elsewhere',
    title: words.say('notify.elsewhere'),
    body: words.say('notify.elsewhere.text', { presence: sayPresence(words, is.presence.value) }),
    // The choice that was replaced; Undo in the app asks for what was before that.
    actions: [
      {
        label: words.say('menu.undo'),
        command: ['choosePresence', { presence, lasts, sequel: ending?.sequel ?? 'automatic' }],
      },
    ],
  };
}

/**
 * That the choice ends soon; null where it does not, or was told for that end already.
 *
 * Shape: a choice that was made for no longer than that is not told at all. Units: `now` in milliseconds since 1970.
 */
export function endingNews(words: Words, state: AppState, now: number, told: Instant | null): News | null {
  const { chosen, publication, settings } = state;
  if (!settings.notifyEnding || !chosen?.ending || publication.status !== 'idle') return null;
  const { at, sequel } = chosen.ending;
  const left = toEpoch(at) - now;
  const isShort = toEpoch(at) - toEpoch(chosen.at) <= 2 * before;
  if (at === told || left <= 0 || left > before || isShort) return null;
  const then = sequel === 'automatic' ? null : plainPresence(sequel);
  const values = { time: words.time(at), sequel: then === null ? '' : sayChoice(words, then) };
  return {
    kind: 'ending',
    title: words.say('notify.ending', {
      presence: sayChoice(words, chosen.presence),
      minutes: Math.ceil(left / minute),
    }),
    body: words.say(then === null ? 'notify.ending.text' : 'notify.ending.then', values),
    isOver: (later) => later.chosen?.ending?.at !== at,
    actions: [
      {
        label: words.say('notify.extend'),
        command: ['setPlan', { lasts: { until: toInstant(toEpoch(at) + hour) }, sequel }],
      },
      { label: words.say('notify.endNow'), command: ['endChoice'] },
    ],
  };
}
