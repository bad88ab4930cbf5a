import type { ICachePlugin } from '@azure/msal-node';
import type { TokenStore } from '../ports.ts';

/** MSAL's cache on its way to the store. Until `keep` it lives in memory, and after `drop` it is gone. */
export interface TokenCache {
  readonly plugin: ICachePlugin;
  /** Takes over what the store has, and keeps it there. */
  adopt(text: string): void;
  /** Writes to the store, now and after each change. */
  keep(): Promise<'keyring' | 'memory'>;
  drop(): void;
}

/**
 * Makes the plugin that keeps MSAL's cache.
 *
 * Shape: MSAL empties its memory before each silent call and wants it back from here. The store is not asked for it,
 * because no other process writes there.
 */
export function createTokenCache(store: TokenStore): TokenCache {
  let text = '';
  let isKept = false;
  return {
    plugin: {
      beforeCacheAccess: async ({ tokenCache }) => tokenCache.deserialize(text),
      afterCacheAccess: async ({ cacheHasChanged, tokenCache }) => {
        if (!cacheHasChanged) return;
        text = tokenCache.serialize();
        if (isKept) await store.save(text);
      },
    },
    adopt: (stored) => {
      text = stored;
      isKept = true;
    },
    keep: () => {
      isKept = true;
      return store.save(text);
    },
    drop: () => {
      text = '';
      isKept = false;
    },
  };
}
