import { type About, unknownAbout } from './about.ts';
import type { FollowUp, Previous, Undo } from './followUp.ts';
import type { Instant } from './instant.ts';
import type { Notice } from './notice.ts';
import type { OpenAtLogin } from './openAtLogin.ts';
import type { OutOfOfficeSettings } from './outOfOffice.ts';
import { noOutOfOffice, type OutOfOfficeState } from './outOfOfficeState.ts';
import { type Ending, openPlan, type Plan } from './plan.ts';
import type { Presence, SeenPresence } from './presence.ts';
import type { Preset } from './preset.ts';
import type { Problem } from './problem.ts';
import type { Verdict, Write } from './route.ts';
import { type AutomationState, quietAutomation, type RuleKind, type RuleName } from './rules.ts';
import type { Session } from './session.ts';
import { defaultSettings, type Settings, type SettingsKey } from './settings.ts';
import type { SettingsPage } from './settingsPage.ts';
import { initialSpeech, type Speech } from './speech.ts';
import type { MessageDraft, MessageState } from './statusMessage.ts';
import { noUpdates, type Updates } from './updates.ts';

/** What the user asked for, until it is seen or given up. `automatic` asks Microsoft 365 to decide again. */
export type Wish =
  | {
      readonly kind: 'presence';
      readonly presence: Presence;
      /** Nobody chose the pair: it goes along because out of office needs one, and is the one that shows as it is sent. */
      readonly isPairBorrowed?: true;
      /** Null where the user did not touch it: then what the service says is repeated, as it is at that time. */
      readonly outOfOfficeSettings: OutOfOfficeSettings | null;
      /** Null where it lasts until changed. */
      readonly ending: Ending | null;
      /** The preset that it belongs to. */
      readonly presetId?: string;
      /** The rule that asks, where it is not the user. */
      readonly rule?: RuleName;
    }
  | { readonly kind: 'automatic' };

export type PresenceWish = Extract<Wish, { readonly kind: 'presence' }>;

/** A choice that the service has accepted. */
export interface Choice {
  readonly presence: Presence;
  readonly at: Instant;
  readonly ending: Ending | null;
  /** Whether others have seen it as asked: only then does another presence mean that somebody chose elsewhere. */
  readonly isShown: boolean;
  /** The preset that it was chosen with. */
  readonly presetId?: string;
  /** The rule that chose it, where it was not the user. */
  readonly rule?: RuleName;
  /** Set by the documented actions, so that Microsoft 365 ends it by itself unless it is told again. */
  readonly isByActions?: true;
}

/** A request for a wish whose answer has not come: it may be carried out until then, even over a newer one. */
export interface OpenRequest {
  readonly wish: Wish;
  readonly until: Instant;
}

/**
 * What Microsoft says the presence is, and how we know: `accepted` is the answer to our own write, `seen` was read,
 * and `outdated` was not confirmed for so long that it counts as unknown.
 */
export interface KnownPresence {
  readonly value: SeenPresence;
  readonly evidence: 'accepted' | 'seen' | 'outdated';
  readonly at: Instant;
}

/**
 * How the asking goes; kept apart from what is known, so that a hope is never shown as a fact.
 *
 *            choose                2xx               read: as asked
 *    idle ──────────► publishing ───────► checking ─────────────────► idle
 *     ▲                │  ▲  │                │
 *     │ cancelled      │  │  │ refused        │ read: something else, to the end
 *     │                ▼  │  ▼                ▼
 *     └──────────── waiting  failed       notVisible
 *                (429, offline)
 *
 *  A new choice leads from every state to publishing. `verdictIfSeen` is what a second try, by the actions, will prove.
 */
export type Publication =
  | { readonly status: 'idle' }
  | { readonly status: 'publishing'; readonly wish: Wish }
  | { readonly status: 'waiting'; readonly wish: Wish; readonly problem: Problem }
  | { readonly status: 'checking'; readonly wish: Wish; readonly verdictIfSeen?: Verdict }
  | { readonly status: 'notVisible'; readonly wish: Wish }
  | { readonly status: 'failed'; readonly wish: Wish; readonly problem: Problem };

/** Whether a wish is still to be answered: on its way, or waiting for its time. */
export function isUnderWay(
  publication: Publication,
): publication is Extract<Publication, { readonly status: 'publishing' | 'waiting' }> {
  return publication.status === 'publishing' || publication.status === 'waiting';
}

/** Whether a choice of whoever is signed in has an end that is still to come: it may hold up the end of the program. */
export function hasOpenEnd({ session, chosen }: AppState): boolean {
  return session.status === 'signedIn' && chosen !== null && chosen.ending !== null;
}

/** How reading the presence goes. The last known presence stays what it was. */
export type Reading =
  | { readonly status: 'idle' }
  | { readonly status: 'reading' }
  | { readonly status: 'failed'; readonly problem: Problem };

/** All that is true now. Main owns it, tray and popup only show it. Carries no token and no mail text of others. */
export interface AppState {
  readonly isDemo: boolean;
  readonly isOnline: boolean;
  /** Whether this desktop shows tray icons; without them the popup is a normal window. */
  readonly hasTray: boolean;
  readonly session: Session;
  /** Null until the service was asked for the first time. */
  readonly presence: KnownPresence | null;
  readonly reading: Reading;
  /** What was chosen here and accepted; null when Microsoft 365 decides, or somebody chose elsewhere. */
  readonly chosen: Choice | null;
  /** What the last reset gave back to Microsoft 365, and when; null where nothing of ours was, or a choice came since. */
  readonly givenBack: { readonly presence: Presence | null; readonly at: Instant } | null;
  readonly publication: Publication;
  /** Those on their way, and those lost lately. */
  readonly openRequests: readonly OpenRequest[];
  /** How long the next choice lasts, and what comes then. */
  readonly plan: Plan;
  /** What takes back the last accepted change. Null when there is nothing to take back. */
  readonly undo: Undo | null;
  /** Of the newest wish, what is to follow when it is accepted. */
  readonly followUp: FollowUp | null;
  readonly previous: Previous | null;
  /** What each kind of rule put its own in place of, and restores; null where it did not, or nothing was chosen. */
  readonly beforeRules: Readonly<Record<RuleKind, Wish | null>>;
  /**
   * Until when our own presence session keeps the choice visible while Teams is closed; null when it does not. Past while
   * Microsoft 365 is still to be told that it stopped.
   */
  readonly visibleUntil: Instant | null;
  readonly statusMessage: MessageState;
  readonly messageDraft: MessageDraft | null;
  readonly outOfOffice: OutOfOfficeState;
  /** That the create operation is not offered here; null while it is tried first. */
  readonly verdict: Verdict | null;
  readonly automation: AutomationState;
  readonly openAtLogin: OpenAtLogin;
  readonly settings: Settings;
  /** Settings that the organisation decides: shown, and locked. */
  readonly managedKeys: readonly SettingsKey[];
  /** The language that is spoken now, once its words are there. */
  readonly speech: Speech;
  readonly about: About;
  readonly updates: Updates;
  /** What the settings window shows while it is open. */
  readonly settingsPage: SettingsPage;
  /** The preset that is edited there and not saved. It outlives the window, and not the program. */
  readonly presetDraft: Preset | null;
  /** Keys are recorded there, and let go everywhere meanwhile. */
  readonly isRecordingKeys: boolean;
  /** The last ten, the newest first. */
  readonly writes: readonly Write[];
  readonly notices: readonly Notice[];
}

export const initialState: AppState = {
  isDemo: false,
  isOnline: true,
  hasTray: true,
  session: { status: 'starting' },
  presence: null,
  reading: { status: 'idle' },
  chosen: null,
  givenBack: null,
  publication: { status: 'idle' },
  openRequests: [],
  plan: openPlan,
  undo: null,
  followUp: null,
  previous: null,
  beforeRules: { desk: null, hours: null },
  visibleUntil: null,
  statusMessage: { seen: null, asking: { status: 'idle' }, recent: [] },
  messageDraft: null,
  outOfOffice: noOutOfOffice,
  verdict: null,
  automation: quietAutomation,
  openAtLogin: 'off',
  settings: defaultSettings,
  managedKeys: [],
  speech: initialSpeech,
  about: unknownAbout,
  updates: noUpdates,
  settingsPage: 'general',
  presetDraft: null,
  isRecordingKeys: false,
  writes: [],
  notices: [],
};
