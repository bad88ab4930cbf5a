import { accountOf, isOf } from '#contract/session.ts';
import { automationPaused } from '../state/automationTransitions.ts';
import type { Store } from '../state/store.ts';
import type { AutomationFile, AutomationMemory } from '../storage/automationFile.ts';

/** What rules know of what they did, in this run and earlier ones. */
export interface AutomationRecord {
  /** Read from the disk the first time. */
  remembered(): Promise<AutomationMemory>;
  remember(change: Partial<AutomationMemory>): Promise<void>;
}

const nothing: AutomationMemory = { startedFor: null, period: null, pausedUntil: null };

/** Makes the record over its file. What happens in the demo is neither taken from there nor written. */
export function createAutomationRecord(store: Store, file: AutomationFile): AutomationRecord {
  let loading: Promise<void> | null = null;
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
    kept = await file.load();
    goOnPausing();
  }

  async function remembered(): Promise<AutomationMemory> {
    if (store.get().isDemo) return ofDemo;
    loading ??= load();
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
    await file.save(kept);
  }

  return { remembered, remember };
}
