import type { Mailbox } from '#contract/automaticReplies.ts';
import type { CommandInputs } from '#contract/commands.ts';
import type { MailboxAccess } from '#contract/outOfOfficeState.ts';
import type { Outcome, Problem } from '#contract/problem.ts';
import { isOf, isSignedIn } from '#contract/session.ts';
import { readMailbox } from '../graph/mailboxSettings.ts';
import type { Clock, Desktop } from '../ports.ts';
import { mailboxAsking, mailboxClosed, mailboxRead, mailboxReading } from '../state/outOfOfficeTransitions.ts';
import { signedIn } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import type { ServiceFor } from './service.ts';
import type { WriterFor } from './writer.ts';

/** The mailbox whose automatic replies go with an absence. */
export interface MailboxReader {
  /** Reads it, without ever asking the person. What comes of it is state as well. */
  read(): Promise<Outcome<Mailbox>>;
  /** Asks for the permission in the browser, then shows the window `from`. Whatever the answer, the session goes on. */
  allow(from: CommandInputs['allowMailbox']): Promise<void>;
  /** Units: milliseconds since 1970; null in a run that has not read it. */
  lastReadAt(): number | null;
}

export interface MailboxParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly writerFor: WriterFor;
  readonly clock: Clock;
  readonly desktop: Pick<Desktop, 'showPopup' | 'showSettings'>;
}

/** Makes the reader of the mailbox. */
export function createMailbox({ store, serviceFor, writerFor, clock, desktop }: MailboxParts): MailboxReader {
  let lastReadAt: number | null = null;

  async function read(): Promise<Outcome<Mailbox>> {
    const writer = await writerFor();
    if (writer === null) return { ok: false, problem: { kind: 'signInRequired' } };
    lastReadAt = clock.now();
    store.apply(mailboxReading);
    const outcome = await readMailbox(writer);
    if (!isSignedIn(store.get().session, writer.account)) return { ok: false, problem: { kind: 'signInRequired' } };
    if (outcome.ok) store.apply(mailboxRead, outcome.value);
    else {
      const access = accessAfter(outcome.problem);
      // Nobody has been asked yet, and so nothing has gone wrong.
      store.apply(mailboxClosed, access, access === 'notAllowed' ? null : outcome.problem);
    }
    return outcome;
  }

  async function allow(from: CommandInputs['allowMailbox']): Promise<void> {
    const before = store.get();
    if (before.session.status !== 'signedIn' || before.outOfOffice.access === 'asking') return;
    const { account } = before.session;
    store.apply(mailboxAsking);
    const { auth } = await serviceFor(before);
    const outcome = await auth.signIn('browser', { account, isForMailbox: true, onDeviceCode: () => {} });
    if (!before.isDemo) (from === 'popup' ? desktop.showPopup : desktop.showSettings)();
    // Somebody may have signed out, or left the demo, while the browser asked.
    if (!isOf(store.get().session, account)) return;
    if (outcome.status === 'signedIn') {
      // It is a new session, also where the one before had ended by itself meanwhile.
      store.apply(signedIn, account, outcome.keptBy);
      if (outcome.keptBy === 'memory' && !before.isDemo) store.apply(noticed, { kind: 'signInNotKept' });
      await read();
    } else if (outcome.status === 'cancelled') store.apply(mailboxClosed, 'notAllowed', null);
    else store.apply(mailboxClosed, accessAfterAsking(outcome.problem), outcome.problem);
  }

  return { read, allow, lastReadAt: () => lastReadAt };
}

/** What it means for the mailbox that it could not be read. */
function accessAfter(problem: Problem): MailboxAccess {
  switch (problem.kind) {
    // Only the person can allow the mailbox's token; whether the session has ended shows with the presence's token.
    case 'consentRequired':
    case 'signInRequired':
      return 'notAllowed';
    case 'adminConsentRequired':
      return 'adminRequired';
    case 'forbidden':
    case 'signInBlocked':
      return 'refused';
    case 'notOffered':
      return 'missing';
    case 'rejected':
      return isAboutMailbox(problem.trace.code) ? 'missing' : 'failed';
    default:
      return 'failed';
  }
}

function accessAfterAsking(problem: Problem): MailboxAccess {
  switch (problem.kind) {
    case 'signInDenied':
    case 'consentRequired':
    case 'signInBlocked':
      return 'refused';
    case 'adminConsentRequired':
      return 'adminRequired';
    default:
      return 'notAllowed';
  }
}

/** Which status goes with these codes varies. Source: MailboxNotEnabledForRESTAPI, MailboxNotSupportedForRESTAPI */
function isAboutMailbox(code: string | undefined): boolean {
  return code?.startsWith('Mailbox') === true || code === 'ResourceNotFound';
}
