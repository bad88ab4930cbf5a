import { toEpoch } from '#contract/instant.ts';
import { inTheOffice, type OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { fillUntil, type OutOfOfficePlan } from '#contract/outOfOfficePlan.ts';
import type { Absence, Owed } from '#contract/outOfOfficeState.ts';
import { isUnderWay } from '#contract/state.ts';
import type { StatusMessage, StatusMessageDraft } from '#contract/statusMessage.ts';
import type { Words } from '#contract/words.ts';
import { ianaOf } from '../graph/timeZones.ts';
import type { Clock } from '../ports.ts';
import { isPairOnly, messageOwed, resetDone } from '../state/absenceTransitions.ts';
import type { Store } from '../state/store.ts';
import type { Publisher } from './publish.ts';
import { type Fill, presenceMessage } from './repliesOf.ts';
import type { SetOutOfOffice } from './setOutOfOffice.ts';

export interface SignsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly words: Words;
  readonly setOutOfOffice: SetOutOfOffice;
  readonly publish: Publisher['publish'];
  readonly setStatusMessage: (draft: StatusMessageDraft) => Promise<void>;
  /** Reads what others see, where that was not done just now: somebody may have written a message elsewhere since. */
  readonly isSeenNow: () => Promise<boolean>;
  /** Of the computer. */
  readonly timeZone: () => string;
}

/** What shows an absence beside its mail: presence and status message. */
export interface AbsenceSigns {
  /** Units: `at`, when the plan was saved, in milliseconds since 1970. */
  fillFor(plan: OutOfOfficePlan, at: number): Fill;
  /** The status message that is to come back after an absence which begins now; `earlier` as below. */
  messageBefore(earlier: Absence | null): StatusMessage | null;
  /** What is to be set as an absence begins; `earlier` is the one that it takes the place of. */
  owedDuring(absence: Absence, earlier: Absence | null): Owed;
  /** What is to be set once it is over, so that there is what was there before. */
  owedAfter(absence: Absence | null): Owed;
  show(absence: Absence, earlier: Absence | null): Promise<void>;
  hide(absence: Absence): Promise<void>;
  /** Sets what is owed, as far as that is possible now. */
  settle(): Promise<void>;
}

const noMessage: StatusMessage = { text: '', endsAt: null };

/** Makes the signs of absences. */
export function createAbsenceSigns(parts: SignsParts): AbsenceSigns {
  const { store, clock, words, publish, setStatusMessage } = parts;
  // By the clock, or after what was saved: nobody waits for it.
  const setOutOfOffice = (settings: OutOfOfficeSettings) => parts.setOutOfOffice(settings, true);

  function fillFor({ until, timeZone }: OutOfOfficePlan, at: number): Fill {
    const zone = ianaOf(timeZone) ?? parts.timeZone();
    return (text) => (until === null ? text : fillUntil(text, words.longDay(until, zone, at)));
  }

  function ownTextOf({ plan, savedAt }: Absence): string | null {
    return plan.statusMessage === null ? null : fillFor(plan, toEpoch(savedAt))(plan.statusMessage).trim();
  }

  function messageBefore(earlier: Absence | null): StatusMessage | null {
    const { statusMessage, outOfOffice } = store.get();
    const { seen } = statusMessage;
    if (earlier?.hasBegun !== true) return seen;
    // What shows may be the absence's own; anything else was written since, and is what comes back.
    const isOurs = seen === null || seen.text === ownTextOf(earlier) || outOfOffice.owed.message !== null;
    return isOurs ? earlier.before.message : seen;
  }

  /** The texts that an absence's message may stand in place of. */
  function replacing(...texts: readonly (string | undefined)[]): readonly string[] {
    return texts.filter((text) => text !== undefined);
  }

  function owedDuring(absence: Absence, earlier: Absence | null): Owed {
    const text = ownTextOf(absence);
    if (text === null) return { ...owedAfter(earlier), isReset: false };
    const { seen } = store.get().statusMessage;
    const replaces = replacing(seen?.text, earlier === null ? undefined : (ownTextOf(earlier) ?? undefined));
    return { message: { text, endsAt: absence.plan.until }, replaces, isReset: false };
  }

  function owedAfter(absence: Absence | null): Owed {
    const { statusMessage, outOfOffice } = store.get();
    if (absence === null || !absence.hasBegun) return outOfOffice.owed;
    const { hasOwnPair: isReset, before } = absence;
    const { seen } = statusMessage;
    const text = ownTextOf(absence);
    const isOurs = text !== null && (seen?.text === text || outOfOffice.owed.message?.text === text);
    if (text === null || (!isOurs && seen !== null)) return { message: null, replaces: [], isReset };
    const isBack = before.message !== null && !isMessageOver(before.message);
    const message = isBack ? before.message : isOurs ? noMessage : null;
    return { message, replaces: replacing(seen?.text, text), isReset };
  }

  function isMessageOver({ endsAt }: StatusMessage): boolean {
    return endsAt !== null && toEpoch(endsAt) <= clock.now();
  }

  async function show({ plan, savedAt, sent, before }: Absence, earlier: Absence | null): Promise<void> {
    const { isInPresence, mailbox } = store.get().outOfOffice;
    if (plan.inPresence && isInPresence) {
      // A new run has not read the mailbox yet.
      const known = mailbox?.replies ?? sent ?? before.replies;
      const message = presenceMessage(plan, known, fillFor(plan, toEpoch(savedAt)));
      await setOutOfOffice({ isOutOfOffice: true, message });
    } else if (earlier?.hasBegun === true && earlier.plan.inPresence && isInPresence) {
      await setOutOfOffice(inTheOffice);
    }
    await settle();
  }

  async function hide({ plan, hasBegun }: Absence): Promise<void> {
    if (!hasBegun) return;
    const { isInPresence, isDeclared } = store.get().outOfOffice;
    if ((plan.inPresence || isDeclared) && isInPresence) await setOutOfOffice(inTheOffice);
    await settle();
  }

  async function settle(): Promise<void> {
    await giveBack();
    if (store.get().outOfOffice.owed.message === null || !(await parts.isSeenNow())) return;
    const { outOfOffice, statusMessage } = store.get();
    const { message, replaces } = outOfOffice.owed;
    if (message === null) return;
    const { seen } = statusMessage;
    if (seen !== null && seen.text !== message.text && !replaces.includes(seen.text)) {
      store.apply(messageOwed, null);
      return;
    }
    const due = isMessageOver(message) ? noMessage : message;
    store.apply(messageOwed, due);
    await setStatusMessage({
      text: due.text,
      lasts: due.endsAt === null ? 'untilChanged' : { until: due.endsAt },
    });
  }

  /** Resets the presence where Microsoft 365 decided before; not while a wish is under way, which would undo that. */
  async function giveBack(): Promise<void> {
    const { outOfOffice, publication } = store.get();
    if (!outOfOffice.owed.isReset || isUnderWay(publication)) return;
    const isOurs = isPairOnly(store.get());
    store.apply(resetDone);
    if (isOurs) await publish({ kind: 'automatic' }, true);
  }

  return { fillFor, messageBefore, owedDuring, owedAfter, show, hide, settle };
}
