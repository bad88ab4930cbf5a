import { toEpoch } from '#contract/instant.ts';
import type { AppState, Choice, Wish } from '#contract/state.ts';

/** What the person asked for and was not told about yet. */
interface Asked {
  readonly key: string;
  /** What shows at once, and what shows after its end. */
  readonly direct: string;
  readonly final: string;
  readonly endsAt: number;
  readonly at: number;
  /** What may show in the end if it comes to nothing, and what somebody chose elsewhere meanwhile. */
  readonly before: readonly string[];
  readonly beside: string[];
}

/** For so long nobody can tell a late request from a choice made elsewhere. Units: milliseconds. */
const doubt = 31_000;
/** What was asked for so shortly before a kill may not be on the disk. Units: milliseconds. */
const diskTime = 100;

/**
 * What may show in the end, told from what the person did and was told, and from what somebody chose elsewhere. It
 * knows nothing of requests: the last wish counts, acknowledged or still waiting; after its end what comes then; and
 * whatever was chosen elsewhere after it was acknowledged. Where nobody could tell which came last, either is right.
 */
export function createModel(now: () => number, lastPostAt: () => number) {
  let stands: readonly string[] = ['Available'];
  /** What was asked for, with what comes then: any of it may still be on its way. */
  let all: readonly { readonly at: number; readonly names: readonly string[] }[] = [];
  let asked: Asked | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  let mayBeLost = false;
  /** What was chosen elsewhere and not read here yet, and what stood before it as far as the program knows. */
  let unread: { readonly name: string; readonly before: readonly string[] } | null = null;
  const faults: string[] = [];

  function comeTo(names: readonly string[]): void {
    stands = [...new Set(names)];
    asked = null;
  }

  function lately(): readonly string[] {
    return all.filter(({ at }) => now() - at < 2 * doubt).flatMap(({ names }) => names);
  }

  function without({ before, beside, direct, final }: Asked, mayBeCarriedOut: boolean): readonly string[] {
    return [...before, ...beside, ...(mayBeCarriedOut ? [direct, final, ...(unread?.before ?? [])] : [])];
  }

  return {
    faults,
    mayShow: () => (asked === null ? stands : [asked.final, ...asked.beside]),
    /** The person asked, and sees it on its way. */
    ask(wish: Wish): void {
      mayBeLost = false;
      const before = asked === null ? stands : without(asked, true);
      const name = wish.kind === 'automatic' ? 'Available' : wish.presence.availability;
      const ending = wish.kind === 'automatic' ? null : wish.ending;
      const final = ending === null ? name : ending.sequel === 'automatic' ? 'Available' : ending.sequel;
      const endsAt = ending === null ? Number.POSITIVE_INFINITY : toEpoch(ending.at);
      all = [...all, { at: now(), names: [name, final] }];
      asked = { key: keyOf(wish), direct: name, final, endsAt, at: now(), before, beside: [] };
    },
    giveUp(): void {
      if (asked !== null) comeTo(without(asked, true));
    },
    kill(): void {
      if (asked !== null && now() - asked.at < diskTime) mayBeLost = true;
    },
    chooseElsewhere(name: string, isAppBusy: boolean): void {
      unread = { name, before: [...stands, ...(unread?.before ?? [])] };
      if (asked !== null) asked.beside.push(name);
      else if (isAppBusy || now() - Math.max(toldAt, lastPostAt()) < doubt) comeTo([...stands, ...lately(), name]);
      else comeTo([name]);
    },
    /** What the person sees now. */
    see({ session, publication, chosen, presence }: AppState): void {
      const seen = presence?.evidence === 'seen' ? presence.value.availability : null;
      const isUnreadSeen = seen !== null && seen === unread?.name;
      if (isUnreadSeen) unread = null;
      if (asked === null || session.status !== 'signedIn') return;
      if (publication.status === 'publishing' || publication.status === 'waiting') return;
      const isExpired = asked.endsAt <= now();
      const isTold =
        publication.status === 'idle' ? isChoice(chosen, asked.key) : keyOf(publication.wish) === asked.key;
      // A reset that waited has nothing left to end where others see what was chosen elsewhere.
      const isOvertaken = asked.key === 'automatic' && seen !== null && (isUnreadSeen || asked.beside.includes(seen));
      if (isTold) toldAt = now();
      else if (!isExpired && !mayBeLost && !isOvertaken) faults.push(`lost ${asked.key}`);
      // The same may have stood before a wish that expired or was lost; then nobody can tell which of them it is.
      if (isTold && !isExpired && !mayBeLost) comeTo([asked.final, ...asked.beside]);
      else comeTo(without(asked, isTold || mayBeLost || now() - lastPostAt() < doubt));
    },
  };
}

function keyOf(wish: Wish): string {
  return wish.kind === 'automatic' ? 'automatic' : JSON.stringify([wish.presence, wish.ending]);
}

function isChoice(chosen: Choice | null, key: string): boolean {
  return chosen !== null && JSON.stringify([chosen.presence, chosen.ending]) === key;
}
