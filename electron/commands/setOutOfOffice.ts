import { isSetElsewhere } from '#contract/elsewhere.ts';
import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { nearestPresence, type Presence, plainPresence } from '#contract/presence.ts';
import { originOf } from '#contract/preset.ts';
import { type AppState, isUnderWay, type PresenceWish } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import { hasEnded } from '../schedule/facts.ts';
import { presenceChosen } from '../state/absenceTransitions.ts';
import { giveBackDropped } from '../state/followUpTransitions.ts';
import type { Store } from '../state/store.ts';
import { heldWish } from '../state/transitions.ts';
import type { FollowUps } from './followUps.ts';
import type { Publisher } from './publish.ts';
import type { Refresh } from './refreshPresence.ts';
import { wishAfter } from './wishAfter.ts';

/** Says it; `isUnattended` where nobody is there who would try again. */
export type SetOutOfOffice = (settings: OutOfOfficeSettings, isUnattended?: boolean) => Promise<void>;

export interface SetOutOfOfficeParts {
  readonly store: Store;
  readonly publisher: Pick<Publisher, 'publish' | 'announce'>;
  readonly followUps: FollowUps;
  readonly clock: Pick<Clock, 'now'>;
  readonly refresh: Pick<Refresh, 'isSeenNow'>;
}

/**
 * Makes the command that says one is out of office, or back. The service takes it only together with a pair, so
 * what is on its way, chosen or shown goes along. A pair that nobody chose is given back as soon as it is not needed.
 */
export function createSetOutOfOffice(parts: SetOutOfOfficeParts): SetOutOfOffice {
  const { store, publisher, followUps, clock, refresh } = parts;

  function tell(wish: PresenceWish, isGivenBack: boolean, isUnattended: boolean): Promise<void> {
    store.apply(giveBackDropped);
    if (!isGivenBack) return publisher.publish(wish, isUnattended);
    return followUps.ask({ wish, isGivenBack, preset: null }, isUnattended);
  }

  /** With the pair that shows. It is read first, because somebody may have chosen elsewhere since the last reading. */
  async function borrowPair(settings: OutOfOfficeSettings, isUnattended: boolean): Promise<void> {
    const asked = borrowing(store.get(), settings);
    publisher.announce(asked);
    await refresh.isSeenNow();
    const { publication } = store.get();
    if (!('wish' in publication) || publication.wish !== asked) return;
    const isOfNobody = !isSetElsewhere(store.get());
    if (!isOfNobody) store.apply(presenceChosen);
    await tell(borrowing(store.get(), settings), !settings.isOutOfOffice && isOfNobody, isUnattended);
  }

  return async (settings, isUnattended = false) => {
    const state = store.get();
    const held = heldWish(state);
    if (held === null && !isResetOpen(state)) return borrowPair(settings, isUnattended);
    // What should have ended by now, and could not, does not go on with it.
    const base = held !== null && hasEnded(held, clock.now()) ? afterEnd(held) : held;
    if (base === null) return tell(carrying(settings, shownPair(state)), true, isUnattended);
    const { presence, ending } = base;
    const wish = { ...carrying(settings, presence), ending, ...originOf(base) };
    await tell(wish, isUndone(state, settings), isUnattended);
  };
}

function carrying(outOfOfficeSettings: OutOfOfficeSettings, presence: Presence): PresenceWish {
  return { kind: 'presence', presence, outOfOfficeSettings, ending: null };
}

function borrowing(state: AppState, settings: OutOfOfficeSettings): PresenceWish {
  return { ...carrying(settings, shownPair(state)), isPairBorrowed: true };
}

function shownPair({ presence }: AppState): Presence {
  return presence === null ? plainPresence('Available') : nearestPresence(presence.value);
}

/** What comes after the end of a choice; null where Microsoft 365 decides then. */
function afterEnd(choice: PresenceWish): PresenceWish | null {
  const next = wishAfter(choice);
  return next.kind === 'presence' ? next : null;
}

/** Whether a reset is on its way, or not seen yet: the presence that is known is from before it, and must not stay. */
function isResetOpen({ publication }: AppState): boolean {
  return 'wish' in publication && publication.status !== 'failed' && publication.wish.kind === 'automatic';
}

/** Whether what stands came only to carry out of office, and carries it no more. */
function isUndone(state: AppState, { isOutOfOffice }: OutOfOfficeSettings): boolean {
  const { undo, publication } = state;
  // What is on its way, and says nothing of out of office itself, was chosen.
  if (isUnderWay(publication) && 'presence' in publication.wish && publication.wish.outOfOfficeSettings === null)
    return false;
  return !isOutOfOffice && undo?.kind === 'outOfOffice' && undo.wish.outOfOfficeSettings?.isOutOfOffice === false;
}
