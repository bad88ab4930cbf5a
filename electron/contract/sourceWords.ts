import { isElsewhere } from './elsewhere.ts';
import { type Instant, toEpoch } from './instant.ts';
import type { Ending } from './plan.ts';
import { plainPresence } from './presence.ts';
import type { AppState } from './state.ts';
import { sayChoice, sayPresence, type Words } from './words.ts';

/** By then an end is carried out, or something is in its way. Units: milliseconds. */
const slowestEnd = 60_000;

/** Whether an end has passed, and something kept it from being carried out. Units: `now` in milliseconds since 1970. */
export function isOverdue(end: Instant, now: number): boolean {
  return now - toEpoch(end) > slowestEnd;
}

/** Until when, and what comes then unless that is Microsoft 365's to say. Units: milliseconds since 1970. */
export function sayUntil(words: Words, ending: Ending, now: number): string {
  const time = words.dayAndTime(ending.at, now);
  if (isOverdue(ending.at, now)) return words.say('until.over', { time });
  const until = words.say('until.until', { time });
  if (ending.sequel === 'automatic') return until;
  return words.say('until.then', { until, sequel: sayChoice(words, plainPresence(ending.sequel)) });
}

/**
 * Why the presence is what it is and until when: chosen here, or computed by Microsoft 365; with what else is on. The
 * end of a choice is not the end of what hides it, so a hidden one is named.
 *
 * Units: `now` in milliseconds since 1970.
 */
export function saySource(words: Words, state: AppState, now: number): string {
  const { chosen, presence } = state;
  const kept = sayKept(words, state, now);
  const isHidden =
    chosen !== null && presence !== null && sayPresence(words, presence.value) !== sayPresence(words, chosen.presence);
  const source = isHidden
    ? words.say('source.hidden', { choice: sayChoice(words, chosen.presence), source: kept })
    : kept;
  const isOutOfOffice = presence?.value.outOfOfficeSettings.isOutOfOffice ?? false;
  return isOutOfOffice ? words.say('source.outOfOffice', { source }) : source;
}

/** By whom, when or until when what stands was chosen; or that Microsoft 365 decides. Units: as for `saySource`. */
export function sayKept(words: Words, state: AppState, now: number): string {
  const { chosen } = state;
  if (chosen === null) {
    const isKnown = state.presence !== null && state.presence.evidence !== 'outdated';
    return sayElsewhere(words, state) ?? words.say(isKnown ? 'source.automatic' : 'source.unknown');
  }
  const rule = chosen.rule === undefined ? null : words.say(`rule.${chosen.rule}`);
  const until = chosen.ending === null ? null : sayUntil(words, chosen.ending, now);
  const time = words.dayAndTime(chosen.at, now);
  if (rule !== null && until !== null) return words.say('source.ruleUntil', { until, rule });
  if (rule !== null) return words.say('source.rule', { time, rule });
  return until ?? words.say('source.here', { time });
}

/** Where what shows was chosen, if somebody chose it and not here. */
export function sayElsewhere(words: Words, state: AppState): string | null {
  if (!isElsewhere(state)) return null;
  return words.say(state.presence?.value.availability === 'Busy' ? 'source.elsewhereOrCalendar' : 'source.elsewhere');
}
