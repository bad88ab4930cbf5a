import { toEpoch, toInstant } from '#contract/instant.ts';
import type { RuleDeed } from '#contract/rules.ts';
import { hasPassed } from '../schedule/facts.ts';
import { obstacleOf } from '../schedule/precedence.ts';
import { periodAt } from '../schedule/workingHours.ts';
import type { DayBeginParts } from './dayBegin.ts';

export interface HoursEdgeParts
  extends Pick<DayBeginParts, 'store' | 'clock' | 'place' | 'refresh' | 'remembered' | 'remember'> {
  readonly isLocked: () => boolean;
  readonly act: (rule: 'workingHours', deed: RuleDeed) => Promise<void>;
}

/** How often what others see is asked behind a locked screen, while hours wait for it. Units: milliseconds. */
const askAgainEvery = 240_000;

/** Makes the begin and the end of the working hours, each of which acts once. Call `consider` on every tick. */
export function createHoursEdge(parts: HoursEdgeParts): { consider(): Promise<void> } {
  const { store, clock, place, refresh, isLocked, remembered, remember, act } = parts;

  /** Nothing is done on a guess. Behind a locked screen nothing is read, so what is known may be of the day before. */
  async function isKnown(): Promise<boolean> {
    const isOld = () => isLocked() && hasPassed(askAgainEvery, refresh.lastReadAt(), clock.now());
    if (isOld() && store.get().isOnline) await refresh.refreshPresence();
    const { presence, reading } = store.get();
    return presence?.evidence === 'seen' && !isOld() && (reading.status === 'idle' || !isLocked());
  }

  async function consider(): Promise<void> {
    const { workingHours } = store.get().settings;
    const period = periodAt(workingHours, clock.now(), place().timeZone);
    if (period === null) return;
    const deed = period.isInside ? workingHours.inside : workingHours.outside;
    if (deed === 'keep') return;
    const since = toInstant(period.since);
    if ((await remembered()).period === since || !(await isKnown())) return;
    // A call is over some time: the edge that falls into it is put off, which is said once.
    const isPutOff = deed !== 'restore' && obstacleOf('workingHours', store.get()) === 'meeting';
    const { last } = store.get().automation;
    const isSaid = last?.rule === 'workingHours' && toEpoch(last.at) >= period.since;
    if (isPutOff && isSaid) return;
    if (!isPutOff) await remember({ period: since });
    await act('workingHours', deed);
  }

  return { consider };
}
