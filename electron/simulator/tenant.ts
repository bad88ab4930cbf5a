import { inTheOffice, type OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import type { WorkLocation } from '#contract/workLocation.ts';
import { textOfHtml } from './html.ts';
import { everybody, isPersonal, type Person } from './people.ts';
import type { SimulatorClock } from './simulatorClock.ts';
import {
  type CalendarEvent,
  type PresenceFacts,
  type PresenceSession,
  type VisiblePresence,
  visiblePresence,
} from './visiblePresence.ts';

/** A note under a person's name. Units: instants in milliseconds since 1970. */
interface StatusMessage {
  readonly content: string;
  readonly publishedAt: number;
  readonly expiresAt: number | null;
}

/** Automatic replies as the mailbox keeps them. Units: instants in milliseconds since 1970. */
export interface AutomaticReplies {
  readonly status: 'disabled' | 'alwaysEnabled' | 'scheduled';
  readonly externalAudience: 'none' | 'contactsOnly' | 'all';
  readonly startsAt: number;
  readonly endsAt: number;
  readonly internalReplyMessage: string;
  readonly externalReplyMessage: string;
}

/** What Microsoft 365 holds about one person. The request handlers and the test change it in place. */
export interface PersonFile {
  readonly person: Person;
  readonly sessions: Map<string, PresenceSession>;
  preferred: PresenceFacts['preferred'];
  declaredOutOfOffice: OutOfOfficeSettings;
  replies: AutomaticReplies;
  /** What the presence still goes by, the oldest first: a change of the replies takes a while to be noticed. */
  formerReplies: readonly { readonly replies: AutomaticReplies; readonly until: number }[];
  mailboxTimeZone: string;
  statusMessage: StatusMessage | null;
  workLocation: WorkLocation | null;
  events: readonly CalendarEvent[];
  shown: { text: string; version: number };
}

/** The session id of the person's Teams client. */
export const teamsSessionId = 'teams';

/** The memory of the simulated Microsoft 365. */
export interface Tenant {
  /** Problems: throws for a person without presence (a personal account, a stranger). */
  file(person: Person): PersonFile;
  find(oid: string): PersonFile | undefined;
  visible(file: PersonFile): VisiblePresence;
  /** The note that shows now. */
  note(file: PersonFile): StatusMessage | null;
  setReplies(file: PersonFile, replies: AutomaticReplies): void;
  /** Remembers a file as it is; the returned function makes it so again. */
  remember(file: PersonFile): () => void;
  /** The visible presence with its version, which grows whenever something visible has changed. */
  versioned(file: PersonFile): { readonly presence: VisiblePresence; readonly sequenceNumber: string };
}

/**
 * Makes a tenant in which every colleague has Teams open and nothing else has happened.
 *
 * Units: `mailboxDelay` is after how many milliseconds a presence shows what has changed in the mailbox, be it by
 * somebody or by its schedule.
 */
export function createTenant(clock: SimulatorClock, mailboxDelay = 0): Tenant {
  const files = new Map(
    everybody.filter((person) => !isPersonal(person)).map((person) => [person.oid, newFile(person, clock.now())]),
  );

  function visible(file: PersonFile): VisiblePresence {
    const noticed = clock.now() - mailboxDelay;
    const { replies } = file.formerReplies.find(({ until }) => noticed < until) ?? file;
    return visiblePresence(
      {
        sessions: [...file.sessions.values()],
        preferred: file.preferred,
        declaredOutOfOffice: file.declaredOutOfOffice,
        replies: { ...replies, message: textOfHtml(replies.internalReplyMessage), noticedAt: noticed },
        events: file.events,
      },
      clock.now(),
    );
  }

  function note({ statusMessage }: PersonFile): StatusMessage | null {
    const isOver = statusMessage !== null && statusMessage.expiresAt !== null && statusMessage.expiresAt <= clock.now();
    return isOver ? null : statusMessage;
  }

  return {
    visible,
    note,
    setReplies(file, replies) {
      const unnoticed = file.formerReplies.filter(({ until }) => clock.now() - mailboxDelay < until);
      file.formerReplies = [...unnoticed, { replies: file.replies, until: clock.now() }];
      file.replies = replies;
    },
    find: (oid) => files.get(oid),
    file(person) {
      const file = files.get(person.oid);
      if (file === undefined) throw new Error(`${person.username} has no presence`);
      return file;
    },
    remember(file) {
      const { person: _person, sessions, ...rest } = file;
      const before = { ...rest };
      const sessionsBefore = [...sessions];
      return () => {
        Object.assign(file, before);
        sessions.clear();
        for (const [id, session] of sessionsBefore) sessions.set(id, session);
      };
    },
    versioned(file) {
      const presence = visible(file);
      const text = JSON.stringify([presence, note(file), file.workLocation]);
      if (file.shown.text !== text) file.shown = { text, version: file.shown.version + 1 };
      return { presence, sequenceNumber: `A${String(143_907_715 + file.shown.version).padStart(10, '0')}` };
    },
  };
}

function newFile(person: Person, now: number): PersonFile {
  return {
    person,
    sessions: new Map([[teamsSessionId, teamsSession({ availability: 'Available', activity: 'Available' }, now)]]),
    preferred: null,
    declaredOutOfOffice: inTheOffice,
    replies: {
      status: 'disabled',
      externalAudience: 'none',
      startsAt: now,
      endsAt: now + 86_400_000,
      internalReplyMessage: '',
      externalReplyMessage: '',
    },
    formerReplies: [],
    mailboxTimeZone: 'UTC',
    statusMessage: null,
    workLocation: null,
    events: [],
    shown: { text: '', version: 0 },
  };
}

/** A Teams client in use: it renews its own session for as long as it is open. */
export function teamsSession(pair: { availability: string; activity: string }, now: number): PresenceSession {
  return { sessionId: teamsSessionId, ...pair, renewedAt: now, expiresAt: null, isRenewing: true };
}
