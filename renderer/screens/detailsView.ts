import { keptVisibleUntil } from '#contract/actions.ts';
import { likelyReason } from '#contract/likelyReason.ts';
import { isByActions, isChosenByActions, isWithoutEffect } from '#contract/route.ts';
import { sayElsewhere, sayKept, sayUntil } from '#contract/sourceWords.ts';
import type { AppState } from '#contract/state.ts';
import { sayChoice, sayPresence, type Words } from '#contract/words.ts';

/** One thing that plays a part in what is shown, and whether it is known or concluded from something else. */
export interface Fact {
  readonly text: string;
  readonly certainty: 'certain' | 'inferred';
}

/** What else is known or concluded, in the names of its sentences. */
type Influence = 'outOfOffice' | 'calendar' | 'call' | 'idle' | 'teamsClosed' | 'stronger' | 'appearOffline';

/** What others see, and how we know. */
export function sayOthers(words: Words, { presence }: AppState, now: number): Fact {
  if (presence === null) return { text: words.say('details.never'), certainty: 'certain' };
  const { value, evidence, at } = presence;
  const time = words.dayAndTime(at, now);
  const how = words.say(`details.${evidence}`, { time });
  return {
    text: `${sayPresence(words, value)}. ${how}`,
    certainty: evidence === 'seen' ? 'certain' : 'inferred',
  };
}

/** What was chosen here and until when. */
export function sayChosen(words: Words, state: AppState, now: number): Fact {
  const { chosen } = state;
  if (chosen === null) {
    const source = sayElsewhere(words, state);
    if (source === null) return { text: words.say('details.chosenNothing'), certainty: 'certain' };
    return { text: words.say('details.chosenElsewhere', { source }), certainty: 'inferred' };
  }
  const time = words.dayAndTime(chosen.at, now);
  const until = chosen.ending === null ? null : sayUntil(words, chosen.ending, now);
  const byHand =
    until === null ? words.say('details.chosenAt', { time }) : words.say('details.chosenUntil', { time, until });
  const set = chosen.rule === undefined ? byHand : `${sayKept(words, state, now)}.`;
  const said = `${sayChoice(words, chosen.presence)}. ${set}`;
  const isRenewed = until === null && isChosenByActions(state, now);
  return { text: isRenewed ? `${said} ${words.say('plan.renewed')}` : said, certainty: 'certain' };
}

export function saySession(words: Words, state: AppState, now: number): Fact {
  const until = keptVisibleUntil(state, now);
  const text =
    until === null
      ? words.say('details.sessionNone')
      : words.say('details.sessionUntil', { time: words.dayAndTime(until, now) });
  return { text, certainty: 'certain' };
}

/** What else plays a part. */
export function sayInfluences(words: Words, state: AppState): readonly Fact[] {
  return influences(state).map((name) => ({
    text: words.say(`details.${name}`),
    certainty: name === 'outOfOffice' ? 'certain' : 'inferred',
  }));
}

function influences(state: AppState): readonly Influence[] {
  const found: Influence[] = [];
  if (state.presence === null) return found;
  if (state.presence.value.outOfOfficeSettings.isOutOfOffice) found.push('outOfOffice');
  const cause = likelyReason(state) ?? causeWithoutUs(state);
  if (cause !== null) found.push(cause);
  return found;
}

/** What Microsoft 365 must know to show what was not chosen here. */
function causeWithoutUs({ presence, chosen }: AppState): Influence | null {
  if (presence === null || presence.value.availability === chosen?.presence.availability) return null;
  const { availability, activity } = presence.value;
  if (activity === 'InAMeeting') return 'calendar';
  if (['InACall', 'InAConferenceCall', 'Presenting'].includes(activity)) return 'call';
  if (availability === 'Offline') return activity.toLowerCase() === 'offwork' ? 'appearOffline' : 'teamsClosed';
  return availability === 'Away' || activity.endsWith('Inactive') ? 'idle' : null;
}

/** How choices are sent, and since when another way than usual. */
export function sayRoute(words: Words, state: AppState, now: number): Fact {
  const { verdict, settings } = state;
  if (settings.route === 'actionsOnly') return { text: words.say('details.routeActionsOnly'), certainty: 'certain' };
  if (verdict === null || !isByActions(state, now)) {
    return { text: words.say('details.routeCreate'), certainty: 'certain' };
  }
  const time = words.dayAndTime(verdict.decidedAt, now);
  if (isWithoutEffect(verdict)) return { text: words.say('details.routeUnseen', { time }), certainty: 'certain' };
  const status = [verdict.trace.status, verdict.trace.code].filter((part) => part !== undefined).join(' ');
  return { text: words.say('details.routeActions', { time, status }), certainty: 'certain' };
}
