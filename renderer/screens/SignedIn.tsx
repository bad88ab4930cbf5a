import { useEffect, useState } from 'react';
import type { Account } from '#contract/session.ts';
import { useAppState } from '../projection.ts';
import { shownPresence } from './homeView.ts';
import { Loading } from './Loading.tsx';
import { OutOfOffice } from './OutOfOffice.tsx';
import { Presence } from './Presence.tsx';

/** The pages of somebody who is signed in, and the draft that outlives them. */
export function SignedIn({ account }: { readonly account: Account }) {
  const state = useAppState();
  const [page, setPage] = useState<'home' | 'outOfOffice'>('home');
  const [hasLeft, setHasLeft] = useState(false);
  const [draft, setDraft] = useState<string | null>(null);
  const { message } = shownPresence(state).outOfOfficeSettings;

  // A draft that the service has accepted is none any more.
  useEffect(() => {
    setDraft((current) => (current !== null && current.trim() === message ? null : current));
  }, [message]);

  const isAskedFirst = state.presence === null && state.isOnline && state.reading.status !== 'failed';
  if (isAskedFirst && state.publication.status === 'idle') return <Loading />;
  if (page === 'outOfOffice') {
    return (
      <OutOfOffice
        draft={draft}
        onDraft={setDraft}
        onBack={() => {
          setPage('home');
          setHasLeft(true);
        }}
      />
    );
  }
  return (
    <Presence
      account={account}
      entry={hasLeft ? 'outOfOffice' : 'tiles'}
      onOpenOutOfOffice={() => setPage('outOfOffice')}
    />
  );
}
