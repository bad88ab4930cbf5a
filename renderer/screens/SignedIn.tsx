import { useState } from 'react';
import type { Account } from '#contract/session.ts';
import { useAppState } from '../projection.ts';
import { Details } from './Details.tsx';
import { Loading } from './Loading.tsx';
import { OutOfOffice } from './OutOfOffice.tsx';
import { Presence } from './Presence.tsx';
import { StatusMessage } from './StatusMessage.tsx';
import type { SubPage } from './SubPage.ts';
import { Until } from './Until.tsx';
import { useMessageDraft } from './useDraft.ts';

/** The pages of somebody who is signed in, and the drafts that outlive them. */
export function SignedIn({ account }: { readonly account: Account }) {
  const state = useAppState();
  const [page, setPage] = useState<SubPage | null>(null);
  const [left, setLeft] = useState<SubPage | null>(null);
  const statusMessage = useMessageDraft();
  const back = () => {
    setLeft(page);
    setPage(null);
  };

  const isAskedFirst = state.presence === null && state.isOnline && state.reading.status !== 'failed';
  if (isAskedFirst && state.publication.status === 'idle') return <Loading />;
  switch (page) {
    case 'outOfOffice':
      return <OutOfOffice onBack={back} />;
    case 'statusMessage':
      return <StatusMessage {...statusMessage} onBack={back} />;
    case 'until':
      return <Until onBack={back} />;
    case 'details':
      return <Details account={account} onBack={back} />;
    case null:
      return <Presence account={account} left={left} onOpen={setPage} />;
  }
}
