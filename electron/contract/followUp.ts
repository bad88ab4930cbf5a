import type { OutOfOfficeSettings } from './outOfOffice.ts';
import type { PresenceWish, Wish } from './state.ts';
import type { MessageState, StatusMessage } from './statusMessage.ts';
import type { WorkLocation } from './workLocation.ts';

/** What held before the preset that stands. What the preset left alone is undefined. */
export interface Previous {
  readonly presetId: string;
  readonly wish: Wish;
  readonly outOfOffice?: OutOfOfficeSettings;
  readonly statusMessage?: MessageState['seen'];
  /** The text that came in its place: only over that one it is put back. */
  readonly replacedBy?: string;
  readonly workLocation?: WorkLocation | null;
}

/**
 * What follows a wish as soon as that is accepted, in a later run too: the rest of a preset that is set, or of what held
 * before one. What is left alone is undefined.
 */
export interface FollowUp {
  readonly wish: Wish;
  /** Whether Microsoft 365 is to decide again at the end of it: out of office can be said together with a presence only. */
  readonly isGivenBack: boolean;
  /** The preset that is set; null where something is taken back. */
  readonly preset: string | null;
  /** Without an end of its own it ends with the choice; an empty text takes away the one that shows. */
  readonly statusMessage?: Pick<StatusMessage, 'text'> & Partial<StatusMessage>;
  readonly workLocation?: WorkLocation | null;
  /** What a preset replaces, once it is accepted. */
  readonly previous?: Previous;
}

/** What Undo asks for: a wish, all that a preset replaced, or out of office as it was and then Microsoft 365's presence. */
export type Undo =
  | Wish
  | { readonly kind: 'preset'; readonly presetId: string; readonly wish: Wish }
  | { readonly kind: 'outOfOffice'; readonly wish: PresenceWish };
