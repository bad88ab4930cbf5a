import type { CommandHandlers } from '#contract/commands.ts';
import { systemTimeZone } from '#contract/day.ts';
import { sayTrouble } from '#contract/outOfOfficeWords.ts';
import { findNamedPreset } from '#contract/preset.ts';
import type { Problem } from '#contract/problem.ts';
import type { Session } from '#contract/session.ts';
import { type AppState, hasOpenEnd } from '#contract/state.ts';
import type { Words } from '#contract/words.ts';
import { dispatch } from '../ipc/dispatch.ts';
import type { Clock } from '../ports.ts';
import { type Answer, done, exitCodes, fail } from './answer.ts';
import { changeOutcome, unknownPreset } from './outcome.ts';
import { asksMailbox, type OutOfOfficeChange, type TurnOn, turnOn, turnOnFault, whyNothing } from './outOfOffice.ts';
import { type Change, isTooLate, type Request } from './request.ts';
import { sayAsked, sayInTheWay, sayShown } from './sayState.ts';
import { nobody, signInOutcome, signOutOutcome } from './sessionOutcome.ts';
import { type StatusReport, statusOf } from './status.ts';

export interface CarryOutParts {
  readonly store: { get(): AppState; watch(listener: (state: AppState) => void): () => void };
  readonly handlers: CommandHandlers;
  readonly words: Words;
  readonly clock: Clock;
  readonly routeOf: (state: AppState) => StatusReport['route'];
  readonly problemOf: (state: AppState) => Problem | null;
  readonly diagnostics: () => string;
}

/** A start has looked for the sign-in by then, or hangs. Units: milliseconds. */
const longestLook = 15_000;
/** A choice that is to run to its end may hold a quit up, as may a slow network. Units: milliseconds. */
const longestQuit = 3_000;

/** Makes what answers the command line: each request goes through the one dispatch, and its outcome is read from the state. */
export function createCarryOut(parts: CarryOutParts): (request: Request) => Promise<Answer> {
  const { store, handlers, words, clock } = parts;

  /** Resolves once the session is no longer that, or after so many milliseconds. */
  async function over(status: Session['status'], milliseconds?: number): Promise<void> {
    const isOver = () => store.get().session.status !== status;
    if (isOver()) return;
    let stop = () => {};
    const seen = new Promise<void>((resolve) => {
      stop = store.watch(() => {
        if (isOver()) resolve();
      });
    });
    await Promise.race(milliseconds === undefined ? [seen] : [seen, clock.wait(milliseconds)]);
    stop();
  }

  /** Just after a start nobody has read it yet; a network that does not answer holds up no answer for longer. */
  async function readFirst(): Promise<void> {
    const { session, isOnline, presence } = store.get();
    if (session.status !== 'signedIn' || !isOnline || presence !== null) return;
    await Promise.race([run('refreshPresence'), clock.wait(longestLook)]);
  }

  async function run(name: string, input?: unknown): Promise<void> {
    const refusal = await dispatch(handlers, name, input);
    if (refusal !== null) throw new Error(`${name}: ${refusal.reason}`);
  }

  function turnOnOf(asked: OutOfOfficeChange): TurnOn {
    return turnOn(asked, store.get(), systemTimeZone(), clock.now());
  }

  /** Why out of office cannot be turned on as asked, to be told before anything is done; null where it can. */
  function refusalOf(asked: OutOfOfficeChange): Answer | null {
    const on = turnOnOf(asked);
    const nothing = whyNothing(on, asked, store.get());
    if (nothing !== null) return fail(exitCodes.failed, nothing.map((why) => words.say(why)).join('\n'));
    const fault = turnOnFault(on, clock.now());
    return fault === null ? null : fail(exitCodes.usage, sayTrouble(words, { kind: fault }));
  }

  async function change(asked: Change): Promise<Answer> {
    const before = store.get();
    const { presence, message, outOfOffice } = asked;
    if (before.session.status !== 'signedIn') return nobody(words, before, clock.now());
    if (isTooLate(asked, clock.now())) return fail(exitCodes.failed, words.say('cli.tooLate'));
    const { presets } = before.settings;
    const preset = presence?.do === 'preset' ? findNamedPreset(presets, presence.name) : undefined;
    if (presence?.do === 'preset' && preset === undefined) return unknownPreset(words, presence.name, presets);
    if (outOfOffice !== null && asksMailbox(outOfOffice, before)) await run('readMailbox');
    const asksOn = outOfOffice?.isOutOfOffice === true ? outOfOffice : null;
    // Whether presences have it is known once one was read.
    if (asksOn !== null) await readFirst();
    const refusal = asksOn === null ? null : refusalOf(asksOn);
    if (refusal !== null) return refusal;
    if (presence?.do === 'set') {
      const { presence: wanted, until, sequel } = presence;
      await run('choosePresence', { presence: wanted, lasts: lastsUntil(until), sequel });
    }
    if (presence?.do === 'reset') await run('resetPresence');
    if (preset !== undefined) await run('applyPreset', preset.id);
    const between = store.get();
    const on = asksOn === null ? null : turnOnOf(asksOn);
    if (on !== null) {
      const [name, input] = on.command;
      await run(name, input);
    } else if (outOfOffice !== null) await run('endOutOfOffice');
    if (message !== null) await run('setStatusMessage', { text: message.text, lasts: lastsUntil(message.until) });
    const answer = changeOutcome(words, { before, between, after: store.get() }, clock.now(), asked);
    if (answer.code !== exitCodes.done || on === null || on.remark === null) return answer;
    return { ...answer, text: `${answer.text}\n${words.say(on.remark)}` };
  }

  async function status(isJson: boolean): Promise<Answer> {
    await readFirst();
    const state = store.get();
    const { session } = state;
    const problem = parts.problemOf(state);
    const now = clock.now();
    const inJson = () => JSON.stringify(statusOf(state, parts.routeOf(state), problem), null, 2);
    if (session.status !== 'signedIn') {
      const answer = nobody(words, state, now);
      return isJson ? { ...answer, text: inJson() } : answer;
    }
    const code = state.isOnline ? exitCodes.done : exitCodes.offline;
    if (isJson) return { code, text: inJson() };
    const found = [
      sayShown(words, state, now),
      ...sayAsked(words, state, now),
      ...sayInTheWay(words, state, problem, now),
    ];
    return { code, text: [...found, session.account.username].join('\n') };
  }

  async function signIn(): Promise<Answer> {
    // Nobody is signed in to the demo: whoever asks for it wants their own account.
    if (store.get().isDemo) await run('signOut');
    if (store.get().session.status !== 'signedIn') await run('signIn', 'browser');
    // One that was under way before has its page open already, and an end of its own.
    await over('signingIn');
    return signInOutcome(words, store.get());
  }

  async function signOut(): Promise<Answer> {
    // Out of the demo it leads back to whoever is really signed in, and stays.
    const before = store.get();
    await run('signOut');
    return signOutOutcome(words, before, store.get(), clock.now());
  }

  return async (request) => {
    // Nobody knows who is signed in before the token cache was read.
    await over('starting', longestLook);
    switch (request.kind) {
      case 'change':
        return change(request);
      case 'status':
        return status(request.isJson);
      case 'diagnostics':
        return done(parts.diagnostics());
      case 'signIn':
        return signIn();
      case 'signOut':
        return signOut();
      case 'show':
        await run('showPopup');
        return done('');
      case 'quit':
        // The caller learns of the end when the connection closes.
        await run('quit');
        await clock.wait(longestQuit);
        return done(words.say(isHeldUp(store.get()) ? 'cli.quitLater' : 'cli.quitting'));
    }
  };
}

function lastsUntil(until: string | null): 'untilChanged' | { readonly until: string } {
  return until === null ? 'untilChanged' : { until };
}

/** Whether a choice is to run to its end before the program ends. */
function isHeldUp(state: AppState): boolean {
  return state.settings.onQuit === 'keepRunning' && hasOpenEnd(state);
}
