import { useEffect, useState } from 'react';
import { Announcer } from './parts/Announcer.tsx';
import { useWords } from './parts/words.ts';
import { useAppState, useProjection } from './projection.ts';
import { announcement } from './screens/announcement.ts';
import { Loading } from './screens/Loading.tsx';
import { SignedIn } from './screens/SignedIn.tsx';
import { SignIn } from './screens/SignIn.tsx';
import { SigningIn } from './screens/SigningIn.tsx';
import { stillTold } from './screens/useStillTold.ts';

/** The popup: one screen for each way the session can be, and the voice that tells of changes. */
export function App() {
  return (
    <>
      <Screen />
      <Voice />
    </>
  );
}

function Screen() {
  const { session, isDemo } = useAppState();
  switch (session.status) {
    case 'starting':
      return <Loading />;
    case 'signedOut':
      return <SignIn session={session} />;
    case 'signingIn':
      return isDemo ? <Loading /> : <SigningIn session={session} />;
    case 'signedIn':
      return <SignedIn key={session.account.homeAccountId} account={session.account} />;
  }
}

function Voice() {
  const projection = useProjection();
  const words = useWords();
  const [told, setTold] = useState({ text: '', count: 0 });
  useEffect(() => {
    let before = projection.getState();
    return projection.subscribe((state) => {
      const after = stillTold(before, state);
      const text = announcement(words, before, after, Date.now());
      before = after;
      if (text !== null) setTold(({ count }) => ({ text, count: count + 1 }));
    });
  }, [projection, words]);
  return <Announcer {...told} />;
}
