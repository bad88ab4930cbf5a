import { useState } from 'react';
import type { Account } from '#contract/session.ts';
import { useAppState } from '../projection.ts';
import { Loading } from './Loading.tsx';
import { Presence } from './Presence.tsx';
import type { SubPage } from './SubPage.ts';
import { useMessageDraft } from './useDraft.ts';
import { useRest } from './useRest.ts';

/** The pages of somebody who is signed in, and the drafts that outlive them. */
export function SignedIn({ account }: { readonly account: Account }) {
  const state = useAppState();
  const [page, setPage] = useState<SubPage | null>(null);
  const [left, setLeft] = useState<SubPage | null>(null);
  const rest = useRest(page !== null);
  const statusMessage = useMessageDraft();
  const back = () => {
    setLeft(page);
    setPage(null);
  };

  const isAskedFirst = state.presence === null && state.isOnline && state.reading.status !== 'failed';
  if (isAskedFirst && state.publication.status === 'idle') return <Loading />;
  const home = <Presence account={account} left={left} onOpen={setPage} />;
  // A page that was asked for too early opens when it is there.
  if (rest === null) return home;
  switch (page) {
    case 'outOfOffice':
      return <rest.OutOfOffice onBack={back} />;
    case 'statusMessage':
      return <rest.StatusMessage {...statusMessage} onBack={back} />;
    case 'until':
      return <rest.Until onBack={back} />;
    case 'details':
      return <rest.Details account={account} onBack={back} />;
    case 'keys':
      return <rest.Keys username={account.username} onBack={back} />;
    case null:
      return home;
  }
}
