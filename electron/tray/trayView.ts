import { saySource } from '#contract/sourceWords.ts';
import type { AppState } from '#contract/state.ts';
import { isOnlyAnotherEnd, outOfOfficeWish } from '#contract/wishChange.ts';
import { sayNotRead, sayPresence, sayProblem, sayWaiting, sayWish, type Words } from '#contract/words.ts';
import { trayMenu } from './trayMenu.ts';
import type { TrayView } from './trayPort.ts';

/** Windows cuts a longer tooltip. Units: UTF-16 code units. */
const longestTooltip = 127;

/**
 * What the tray says of a state: a tooltip in words, and a menu with everything that matters in the popup.
 *
 * Units: `now` in milliseconds since 1970.
 */
export function trayView(words: Words, state: AppState, now: number): TrayView {
  const line = stateLine(words, state, now);
  return { tooltip: line.slice(0, longestTooltip), menu: trayMenu(words, state, now, line) };
}

/** The state in one line; also the first line of the menu, because some desktops show no tooltips. */
function stateLine(words: Words, state: AppState, now: number): string {
  const text = sessionLine(words, state, now);
  const withConnection = state.isOnline ? text : words.say('tooltip.offline', { text });
  return state.isDemo ? words.say('tooltip.demo', { text: withConnection }) : withConnection;
}

function sessionLine(words: Words, state: AppState, now: number): string {
  const { session } = state;
  switch (session.status) {
    case 'starting':
      return words.say('menu.starting');
    case 'signingIn':
      if (session.method === 'browser') return words.say('menu.signingIn');
      return session.code === null
        ? words.say('signIn.codeWaiting')
        : words.say('menu.deviceCode', { code: session.code.userCode, uri: session.code.verificationUri });
    case 'signedOut':
      if (session.problem !== null && session.problem.kind !== 'signInRequired')
        return sayProblem(words, session.problem);
      return words.say(session.account === null ? 'menu.signedOut' : 'menu.signedOutAgain');
    case 'signedIn':
      return presenceLine(words, state, now);
  }
}

function presenceLine(words: Words, state: AppState, now: number): string {
  if (state.presence === null) {
    return state.reading.status === 'failed' ? sayProblem(words, state.reading.problem) : words.say('home.loading');
  }
  const presence = sayPresence(words, state.presence.value);
  const { publication } = state;
  switch (publication.status) {
    case 'publishing': {
      const wish = sayWish(words, publication.wish);
      // Out of office alone, or another end, leaves the presence as it is.
      const isKept = wish === null || wish === presence || outOfOfficeWish(state) !== null || isOnlyAnotherEnd(state);
      return isKept ? presence : words.say('tooltip.changing', { presence, wish });
    }
    case 'waiting':
      return words.say('tooltip.notChanged', { presence, problem: sayWaiting(words, publication.problem) });
    case 'failed':
      return words.say('tooltip.notChanged', { presence, problem: sayProblem(words, publication.problem) });
    case 'checking':
      // Without a network nothing is checked, and of a check that failed is said why.
      return isChecking(state) ? words.say('tooltip.accepted', { presence }) : restLine(words, state, presence, now);
    case 'notVisible':
      return words.say('tooltip.notVisible', { presence });
    case 'idle':
      return restLine(words, state, presence, now);
  }
}

function isChecking({ isOnline, reading }: AppState): boolean {
  return isOnline && reading.status !== 'failed';
}

/** Why it is what it is; where that could not be checked, that it is from before. */
function restLine(words: Words, state: AppState, presence: string, now: number): string {
  const { isOnline, reading } = state;
  const isOld = isOnline && reading.status === 'failed';
  return words.say('tooltip.seen', {
    presence,
    source: isOld ? sayNotRead(words, state, reading.problem, now) : saySource(words, state, now),
  });
}
