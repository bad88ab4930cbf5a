import { automationPaused } from '../state/automationTransitions.ts';
import type { Store } from '../state/store.ts';
import type { AutomationFile, AutomationMemory } from '../storage/automationFile.ts';

/** What rules know of what they did, in this run and earlier ones. */
export interface AutomationRecord {
  /** Read from the disk the first time. */
  remembered(): Promise<AutomationMemory>;
  remember(change: Partial<AutomationMemory>): Promise<void>;
}

/** Makes the record over its file. What happens in the demo is neither taken from there nor written. */
export function createAutomationRecord(store: Store, file: AutomationFile): AutomationRecord {
  let kept: AutomationMemory | null = null;
  let ofDemo: AutomationMemory | null = null;
  store.watch(({ isDemo }) => {
    if (!isDemo) ofDemo = null;
  });

  async function remembered(): Promise<AutomationMemory> {
    if (store.get().isDemo) {
      ofDemo ??= { startedFor: null, period: null, pausedUntil: null };
      return ofDemo;
    }
    if (kept === null) {
      kept = await file.load();
      if (kept.pausedUntil !== null) store.apply(automationPaused, kept.pausedUntil);
    }
    return kept;
  }

  async function remember(change: Partial<AutomationMemory>): Promise<void> {
    const { isDemo } = store.get();
    const next = { ...(await remembered()), ...change };
    if (isDemo) {
      ofDemo = next;
      return;
    }
    kept = next;
    await file.save(next);
  }

  return { remembered, remember };
}
