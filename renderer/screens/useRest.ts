import { useEffect, useState } from 'react';
import { useSeen, whileSeen } from '../seen.ts';

/** The first page is to be seen before anything else takes the processor. Units: milliseconds. */
const firstPageTime = 100;

async function load() {
  const [{ MoreMenu }, { Picker }, { Details }, { Keys }, { OutOfOffice }, { StatusMessage }, { Until }] =
    await Promise.all([
      import('../parts/MoreMenu.tsx'),
      import('../parts/Picker.tsx'),
      import('./Details.tsx'),
      import('./Keys.tsx'),
      import('./OutOfOffice.tsx'),
      import('./StatusMessage.tsx'),
      import('./Until.tsx'),
    ]);
  return { MoreMenu, Picker, Details, Keys, OutOfOffice, StatusMessage, Until };
}

/** All that nobody sees at once. */
export type Rest = Awaited<ReturnType<typeof load>>;

let loaded: Rest | null = null;

export async function loadRest(): Promise<Rest> {
  loaded ??= await load();
  return loaded;
}

/** The rest of the popup; null until it has come, which it does once somebody looks, or at once where it is asked for. */
export function useRest(isAsked: boolean): Rest | null {
  const seen = useSeen();
  const [rest, setRest] = useState(loaded);
  useEffect(() => {
    if (rest !== null) return;
    const take = () => void loadRest().then(setRest, reportError);
    if (isAsked) return take();
    return whileSeen(seen, () => {
      const timer = setTimeout(take, firstPageTime);
      return () => clearTimeout(timer);
    });
  }, [rest, seen, isAsked]);
  return rest;
}
