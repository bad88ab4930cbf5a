import type { Command } from './commands.ts';
import { type Instant, toEpoch } from './instant.ts';
import { type Availability, availabilities, plainPresence } from './presence.ts';
import type { Preset } from './preset.ts';
import { hasRules } from './rules.ts';
import type { AppState } from './state.ts';
import type { Words } from './words.ts';

/**
 * One thing that can be done at once, by whatever way in: popup, menu, keys, command line, the desktop's own menus.
 *
 * Shape: `commandLine` is what does the same from outside, null where nothing does.
 */
export interface Action {
  readonly id: string;
  readonly say: (words: Words) => string;
  readonly command: Command;
  readonly commandLine: readonly string[] | null;
  readonly isEnabled: (state: AppState) => boolean;
}

/** How a state is named on a command line and in the settings file. */
export const availabilityNames = {
  Available: 'available',
  Busy: 'busy',
  DoNotDisturb: 'do-not-disturb',
  BeRightBack: 'be-right-back',
  Away: 'away',
  Offline: 'offline',
} as const satisfies Record<Availability, string>;

/** For how long one click keeps a choice visible while Teams is closed. Units: hours. */
export const keepVisibleHours = 2;

const always = () => true;
const isSignedIn = ({ session }: AppState) => session.status === 'signedIn';
const isSignedOut = ({ session }: AppState) => session.status === 'signedOut';

/** The six states. */
export const stateActions = availabilities.map(
  (availability): Action => ({
    id: availabilityNames[availability],
    say: (words) => words.say(`availability.${availability}`),
    command: ['setPresence', plainPresence(availability)],
    commandLine: ['--set', availabilityNames[availability]],
    isEnabled: isSignedIn,
  }),
);

const rest = [
  {
    id: 'reset',
    say: (words) => words.say('menu.reset'),
    command: ['resetPresence'],
    commandLine: ['--reset'],
    isEnabled: isSignedIn,
  },
  {
    id: 'restore-previous',
    say: (words) => words.say('menu.restorePrevious'),
    command: ['restorePrevious'],
    commandLine: null,
    isEnabled: (state) => isSignedIn(state) && canRestore(state),
  },
  {
    id: 'undo',
    say: (words) => words.say('menu.undo'),
    command: ['undo'],
    commandLine: null,
    isEnabled: (state) => isSignedIn(state) && state.undo !== null,
  },
  {
    id: 'keep-visible',
    say: (words) => words.say('menu.keepVisible'),
    command: ['keepVisible', keepVisibleHours],
    commandLine: null,
    isEnabled: (state) => isSignedIn(state) && state.visibleUntil === null && canBeKeptVisible(state),
  },
  {
    id: 'stop-keeping-visible',
    say: (words) => words.say('menu.stopVisible'),
    command: ['keepVisible', 0],
    commandLine: null,
    isEnabled: (state) => isSignedIn(state) && state.visibleUntil !== null,
  },
  {
    id: 'clear-message',
    say: (words) => words.say('menu.clearMessage'),
    command: ['setStatusMessage', { text: '', lasts: 'untilChanged' }],
    commandLine: ['--message', ''],
    isEnabled: (state) => isSignedIn(state) && (state.statusMessage.seen?.text ?? '') !== '',
  },
  {
    id: 'pause-rules',
    say: (words) => words.say('menu.pauseRules'),
    command: ['pauseAutomation', 'PT1H'],
    commandLine: null,
    isEnabled: (state) => isSignedIn(state) && hasRules(state.settings) && state.automation.pausedUntil === null,
  },
  {
    id: 'resume-rules',
    say: (words) => words.say('menu.resumeRules'),
    command: ['pauseAutomation', 'resume'],
    commandLine: null,
    isEnabled: (state) => isSignedIn(state) && state.automation.pausedUntil !== null,
  },
  {
    id: 'open',
    say: (words) => words.say('menu.open'),
    command: ['showPopup'],
    commandLine: ['--show'],
    isEnabled: always,
  },
  {
    id: 'settings',
    say: (words) => words.say('menu.settings'),
    command: ['showSettings', 'general'],
    commandLine: null,
    isEnabled: always,
  },
  {
    id: 'sign-in',
    say: (words) => words.say('menu.signIn'),
    command: ['signIn', 'browser'],
    commandLine: ['--sign-in'],
    isEnabled: isSignedOut,
  },
  {
    id: 'quit',
    say: (words) => words.say('menu.quit'),
    command: ['quit'],
    commandLine: ['--quit'],
    isEnabled: always,
  },
] as const satisfies readonly Action[];

export type FixedId = (typeof availabilityNames)[Availability] | (typeof rest)[number]['id'];

/** What a preset is as an action. Its id stays when its name changes, as with the language. */
export function presetAction({ id, name }: Preset): Action {
  return {
    id: `preset:${id}`,
    say: () => name,
    command: ['applyPreset', id],
    commandLine: ['--preset', id],
    isEnabled: isSignedIn,
  };
}

/** The table: every action there is now, the user's presets among them. */
export function actionsOf({ settings }: AppState): readonly Action[] {
  return [...stateActions, ...rest, ...settings.presets.map(presetAction)];
}

/** One of the fixed actions. */
export function fixedAction(id: FixedId): Action {
  const found = [...stateActions, ...rest].find((action) => action.id === id);
  if (found === undefined) throw new Error(`there is no action ${id}`);
  return found;
}

/** Finds an action by its id; nothing where a preset is gone. */
export function findAction(state: AppState, id: string): Action | undefined {
  return actionsOf(state).find((action) => action.id === id);
}

/** What is offered where there is room for a few: three states, the way back, and the first presets. */
export function quickActions({ settings }: AppState): readonly Action[] {
  const favourites = settings.presets.filter(({ isFavourite }) => isFavourite).slice(0, 3);
  const fixed = (['available', 'busy', 'do-not-disturb', 'reset'] as const).map(fixedAction);
  return [...fixed, ...favourites.map(presetAction)];
}

/** Whether there is something from before a preset that could come back. */
export function canRestore({ previous, chosen }: AppState): boolean {
  return previous !== null && chosen?.presetId === previous.presetId;
}

/** Until when our own session keeps the choice visible now; null where it does not. Units: `now` in milliseconds since 1970. */
export function keptVisibleUntil(state: AppState, now: number): Instant | null {
  const { visibleUntil } = state;
  return visibleUntil !== null && canBeKeptVisible(state) && toEpoch(visibleUntil) > now ? visibleUntil : null;
}

/** Appear offline and automatic have nothing that could be kept visible. */
function canBeKeptVisible({ chosen }: AppState): boolean {
  return chosen !== null && chosen.presence.availability !== 'Offline';
}
