import type { Instant } from './instant.ts';
import type { Reminding } from './outOfOfficeState.ts';
import type { Problem } from './problem.ts';

/** What of a preset travels in a request of its own. */
export type PresetPart = 'statusMessage' | 'workLocation';

/** What of a configuration could not be used, by where that stands. */
export interface Unusable {
  /** The user's own file, also where something stronger decides; the environment, or one of those that administrators write. */
  readonly place: 'user' | 'overruled' | 'environment' | AdministratorsPlace;
  /** As they are named there; an item of a list by its place. */
  readonly keys: readonly string[];
}

/** Where administrators write: for this computer, and as policy in a file, in the registry, or by a profile on a Mac. */
export type AdministratorsPlace = 'machine' | 'policy' | 'registry' | 'profile';

/** Something the user should know that no control of theirs caused. Shown once, in one line, until dismissed. */
export type Notice =
  | {
      readonly kind: 'configInvalid';
      readonly unusable: readonly Unusable[];
      /** Of these nothing makes sense. */
      readonly unreadable: readonly AdministratorsPlace[];
    }
  | { readonly kind: 'configUnreadable' }
  | { readonly kind: 'signInNotKept' }
  | { readonly kind: 'signInUnreadable' }
  | { readonly kind: 'signInLocked' }
  /** Signed out, but not from the disk: the next start may find it. */
  | { readonly kind: 'signInNotDeleted' }
  /** Whoever signed out had a choice with an end, which could not be ended. */
  | { readonly kind: 'choiceStays'; readonly at: Instant }
  /** Whoever signed out was out of office until then, and others go on seeing it. */
  | { readonly kind: 'absenceStays'; readonly at: Instant }
  /** A file of ours that is there, and could not be read for now. */
  | { readonly kind: 'savedOutOfReach' }
  | { readonly kind: 'notSaved' }
  /** config.json has something in it that is no settings: a change holds, but is not written over it. */
  | { readonly kind: 'settingsNotSaved' }
  /** The presence of a preset was set, and something that goes with it was not. */
  | { readonly kind: 'presetPartly'; readonly name: string; readonly parts: readonly PresetPart[] }
  /** What a preset had replaced is back, but for some of it. */
  | { readonly kind: 'restoredPartly'; readonly parts: readonly PresetPart[] }
  /** Our own session, which would keep the choice visible, was refused. */
  | { readonly kind: 'notKeptVisible'; readonly problem: Problem }
  /** A choice waited so long for the network that its own end came first. */
  | { readonly kind: 'wishExpired' }
  | Reminding
  /** A bug of ours; what is shown may not be right. */
  | { readonly kind: 'ownFault' }
  | { readonly kind: 'noTray' };

/** Whether it tells of whoever is signed in, rather than of this computer or the app. */
export function isOfPerson({ kind }: Notice): boolean {
  return ofPerson.includes(kind);
}

const ofPerson: readonly Notice['kind'][] = [
  ...(['presetPartly', 'restoredPartly', 'notKeptVisible', 'wishExpired', 'choiceStays', 'absenceStays'] as const),
  ...(['outOfOfficeStarts', 'outOfOfficeEnds', 'outOfOfficeOver'] as const),
];
