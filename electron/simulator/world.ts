import type { Person } from './people.ts';
import type { SimulatorClock } from './simulatorClock.ts';
import { type AutomaticReplies, type Tenant, teamsSession, teamsSessionId } from './tenant.ts';
import { type CalendarEvent, type Pair, usualChoiceMilliseconds, type VisiblePresence } from './visiblePresence.ts';

/** What happens to the people outside the app: in Teams, in Outlook, elsewhere. */
export interface World {
  /** What others see of a person now. */
  presenceOf(person: Person): VisiblePresence;
  /** Opens the person's Teams, or changes what an open one reports; Available / Available unless told. */
  openTeams(person: Person, pair?: Pair): void;
  /** Closes the person's Teams: its session is gone at once. */
  closeTeams(person: Person): void;
  /** The person chooses a presence in Teams, which ends there by itself; null gives it back to automatic. */
  chooseInTeams(person: Person, pair: Pair | null): void;
  /** What stands in the person's calendar from now on. */
  setEvents(person: Person, events: readonly CalendarEvent[]): void;
  /** Changes the person's automatic replies as Outlook would. */
  setAutomaticReplies(person: Person, change: Partial<AutomaticReplies>): void;
  /** What the person's mailbox will send now and later. */
  automaticRepliesOf(person: Person): AutomaticReplies;
  /** The zone of the person's mailbox, by whatever name its administrator gave it. */
  setMailboxTimeZone(person: Person, name: string): void;
  /** The note under the person's name; null for none. */
  statusMessageOf(person: Person): string | null;
}

/** Makes the hands on a tenant. */
export function createWorld(tenant: Tenant, clock: SimulatorClock): World {
  return {
    presenceOf: (person) => tenant.visible(tenant.file(person)),
    openTeams(person, pair = { availability: 'Available', activity: 'Available' }) {
      tenant.file(person).sessions.set(teamsSessionId, teamsSession(pair, clock.now()));
    },
    closeTeams(person) {
      tenant.file(person).sessions.delete(teamsSessionId);
    },
    chooseInTeams(person, pair) {
      const until = pair === null ? 0 : clock.now() + usualChoiceMilliseconds(pair.availability);
      tenant.file(person).preferred = pair === null ? null : { ...pair, expiresAt: until };
    },
    setEvents(person, events) {
      tenant.file(person).events = events;
    },
    setAutomaticReplies(person, change) {
      const file = tenant.file(person);
      tenant.setReplies(file, { ...file.replies, ...change });
    },
    automaticRepliesOf: (person) => tenant.file(person).replies,
    setMailboxTimeZone(person, name) {
      tenant.file(person).mailboxTimeZone = name;
    },
    statusMessageOf: (person) => tenant.note(tenant.file(person))?.content ?? null,
  };
}
