import type { Reminding } from './outOfOfficeState.ts';

/** What of a preset travels in a request of its own. */
export type PresetPart = 'statusMessage' | 'workLocation';

/** Something the user should know that no control of theirs caused. Shown once, in one line, until dismissed. */
export type Notice =
  | { readonly kind: 'configInvalid'; readonly keys: readonly string[] }
  | { readonly kind: 'configUnreadable' }
  | { readonly kind: 'signInNotKept' }
  | { readonly kind: 'signInUnreadable' }
  | { readonly kind: 'signInLocked' }
  | { readonly kind: 'notSaved' }
  /** config.json has something in it that is no settings: a change holds, but is not written over it. */
  | { readonly kind: 'settingsNotSaved' }
  /** The presence of a preset was set, and something that goes with it was not. */
  | { readonly kind: 'presetPartly'; readonly name: string; readonly parts: readonly PresetPart[] }
  /** A choice waited so long for the network that its own end came first. */
  | { readonly kind: 'wishExpired' }
  | Reminding
  /** A bug of ours; what is shown may not be right. */
  | { readonly kind: 'ownFault' }
  | { readonly kind: 'noTray' };
