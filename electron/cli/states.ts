import type { Sequel } from '#contract/plan.ts';
import {
  type Availability,
  activities,
  availabilities,
  findPresence,
  type Presence,
  plainPresence,
} from '#contract/presence.ts';
import { MisuseError, short } from './misuse.ts';

/** How people abbreviate in chats. */
const abbreviations: ReadonlyMap<string, Availability> = new Map([
  ['dnd', 'DoNotDisturb'],
  ['brb', 'BeRightBack'],
  ['appearaway', 'Away'],
  ['appearoffline', 'Offline'],
]);

/** Reads `busy` or `busy/in-a-call`, in any case, with hyphens, underscores, blanks or nothing between its words. */
export function readPresence(text: string): Presence {
  const [state = '', activity, ...more] = text.split('/');
  const availability = readAvailability(state);
  if (activity === undefined) return plainPresence(availability);
  const known: readonly string[] = activities[availability];
  const found = more.length > 0 ? undefined : known.find((name) => joined(name) === joined(activity));
  const presence = found === undefined ? undefined : findPresence(availability, found);
  if (presence !== undefined) return presence;
  const names = known.slice(1).map(spell).join(', ');
  if (names === '') throw new MisuseError('cli.noActivity', { state: spell(availability) });
  throw new MisuseError('cli.activity', {
    word: short(text.slice(state.length + 1)),
    state: spell(availability),
    activities: names,
  });
}

/** Reads what comes when a choice ends. */
export function readSequel(text: string): Sequel {
  return joined(text) === 'automatic' ? 'automatic' : readAvailability(text, ['automatic']);
}

function readAvailability(text: string, more: readonly string[] = []): Availability {
  const found = availabilities.find((name) => joined(name) === joined(text)) ?? abbreviations.get(joined(text));
  if (found !== undefined) return found;
  const states = [...availabilities.map(spell), ...more].join(', ');
  throw new MisuseError('cli.state', { word: short(text), states });
}

/** As it is written on a command line: `DoNotDisturb` as do-not-disturb. */
function spell(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])|(?<=A)(?=C)/g, '-').toLowerCase();
}

function joined(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, '');
}
