import { useEffect, useState } from 'react';

/** The first page is to stand before anything else takes the processor. Units: milliseconds. */
const firstPageTime = 100;

async function load() {
  const [{ MoreMenu }, { Picker }, { Details }, { OutOfOffice }, { StatusMessage }, { Until }] = await Promise.all([
    import('../parts/MoreMenu.tsx'),
    import('../parts/Picker.tsx'),
    import('./Details.tsx'),
    import('./OutOfOffice.tsx'),
    import('./StatusMessage.tsx'),
    import('./Until.tsx'),
  ]);
  return { MoreMenu, Picker, Details, OutOfOffice, StatusMessage, Until };
}

/** All that nobody sees at once. */
export type Rest = Awaited<ReturnType<typeof load>>;

let loaded: Rest | null = null;

export async function loadRest(): Promise<Rest> {
  loaded ??= await load();
  return loaded;
}

/** The rest of the popup; null until it has followed the first page. */
export function useRest(): Rest | null {
  const [rest, setRest] = useState(loaded);
  useEffect(() => {
    if (rest !== null) return;
    const timer = setTimeout(() => {
      loadRest().then(setRest, reportError);
    }, firstPageTime);
    return () => clearTimeout(timer);
  }, [rest]);
  return rest;
}
