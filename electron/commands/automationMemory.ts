import { accountOf, isOf } from '#contract/session.ts';
import type { Clock } from '../ports.ts';
import { hasPassed } from '../schedule/facts.ts';
import { automationPaused } from '../state/automationTransitions.ts';
import type { Store } from '../state/store.ts';
import type { AutomationFile, AutomationMemory } from '../storage/automationFile.ts';

/** What rules know of what they did, in this run and earlier ones. */
export interface AutomationRecord {
  /** Read from the disk the first time, and again for as long as that is out of reach. */
  remembered(): Promise<AutomationMemory>;
  remember(change: Partial<AutomationMemory>): Promise<void>;
}

const nothing: AutomationMemory = { startedFor: null, period: null, pausedUntil: null };

/** How often a file is tried that was out of reach; each try may take a second. Units: milliseconds. */
const tryAgainEvery = 10_000;

/** Makes the record over its file. What happens in the demo is neither taken from there nor written. */
export function createAutomationRecord(
  store: Store,
  file: AutomationFile,
  clock: Pick<Clock, 'now'>,
): AutomationRecord {
  let loading: Promise<void> | null = null;
  let triedAt = 0;
  /** What was added while the file was out of reach, which goes over what is in it; null once that is read. */
  let added: Partial<AutomationMemory> | null = {};
  let kept: AutomationMemory = nothing;
  let ofDemo: AutomationMemory = nothing;
  let before = store.get();
  store.watch((state) => {
    const { isDemo } = before;
    const person = accountOf(before.session);
    before = state;
    if (state.isDemo !== isDemo) {
      ofDemo = nothing;
      goOnPausing();
    } else if (!isDemo && person !== null && !isOf(state.session, person)) {
      // The hours have done nothing yet for whoever signs in next.
      void remember({ period: null });
    }
  });

  /** A pause lasts over a restart, and over the demo. */
  function goOnPausing(): void {
    if (!store.get().isDemo && kept.pausedUntil !== null) store.apply(automationPaused, kept.pausedUntil);
  }

  async function load(): Promise<void> {
    triedAt = clock.now();
    const found = await file.load();
    if (found === 'unreachable' || added === null) return;
    kept = { ...found, ...added };
    const isNews = Object.keys(added).length > 0;
    added = null;
    goOnPausing();
    if (isNews) await file.save(kept);
  }

  async function remembered(): Promise<AutomationMemory> {
    if (store.get().isDemo) return ofDemo;
    const isUnread = added !== null && hasPassed(tryAgainEvery, triedAt, clock.now());
    if (loading === null || isUnread) loading = load();
    await loading;
    return kept;
  }

  async function remember(change: Partial<AutomationMemory>): Promise<void> {
    if (store.get().isDemo) {
      ofDemo = { ...ofDemo, ...change };
      return;
    }
    await remembered();
    kept = { ...kept, ...change };
    if (added === null) await file.save(kept);
    // What nobody has read is not written over.
    else added = { ...added, ...change };
  }

  return { remembered, remember };
}
