import { useAppState } from './projection.ts';
import { announcement } from './screens/announcement.ts';
import { Loading } from './screens/Loading.tsx';
import { SignedIn } from './screens/SignedIn.tsx';
import { SignIn } from './screens/SignIn.tsx';
import { SigningIn } from './screens/SigningIn.tsx';
import { Voice } from './screens/Voice.tsx';

/** The popup: one screen for each way the session can be, and the voice that tells of changes. */
export function App() {
  return (
    <>
      <Screen />
      <Voice announce={announcement} />
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
