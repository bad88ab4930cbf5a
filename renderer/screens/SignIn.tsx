import { Button, makeStyles } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { Problem } from '#contract/problem.ts';
import type { Session } from '#contract/session.ts';
import { sayProblem } from '#contract/words.ts';
import { useSend } from '../bridge.tsx';
import { AppMark } from '../parts/AppMark.tsx';
import { Footer } from '../parts/Footer.tsx';
import { Person } from '../parts/Person.tsx';
import { Welcome } from '../parts/Welcome.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { Frame } from './Frame.tsx';
import { copyFacts, wayOut } from './statusLine.ts';
import { useAppShortcuts } from './useAppShortcuts.ts';
import { useWayOut } from './useWayOut.ts';
import { useWhenShown } from './useWhenShown.ts';

const useStyles = makeStyles({
  main: { width: '100%', height: '40px', marginTop: '4px' },
  others: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: '2px' },
});

interface SignInProps {
  readonly session: Extract<Session, { status: 'signedOut' }>;
}

/** Nobody is signed in, or somebody's session has ended by itself. */
export function SignIn({ session: { account, problem } }: SignInProps) {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const main = useRef<HTMLElement>(null);
  const focusButton = () => main.current?.querySelector('button')?.focus();
  useEffect(focusButton, []);
  useWhenShown(focusButton);
  useAppShortcuts();
  const isToldByPage = problem === null || (account !== null && problem.kind === 'signInRequired');

  return (
    <Frame isCentred foot={isToldByPage ? <ScopesFooter /> : <ProblemFooter problem={problem} />}>
      <Welcome
        ref={main}
        sign={
          account === null ? (
            <AppMark />
          ) : (
            <Person name={account.name} label={account.name} glyph="needsYou" size={72} />
          )
        }
        heading={words.say(account === null ? 'app.tagline' : 'signIn.again')}
        text={account === null ? words.say('signIn.text') : words.say('signIn.againText', { name: account.name })}
      >
        <Button
          className={styles.main}
          appearance="primary"
          size="large"
          icon={<Open20Regular />}
          onClick={() => send('signIn', 'browser')}
        >
          {words.say('signIn.button')}
        </Button>
        <div className={styles.others}>
          <Button appearance="transparent" size="small" onClick={() => send('signIn', 'deviceCode')}>
            {words.say('signIn.deviceCode')}
          </Button>
          {/* By their keys two buttons: renamed, one would keep the focus, and a second Enter would begin the demo. */}
          {account === null ? (
            <Button key="startDemo" appearance="transparent" size="small" onClick={() => send('startDemo')}>
              {words.say('signIn.demo')}
            </Button>
          ) : (
            <Button key="signOut" appearance="transparent" size="small" onClick={() => send('signOut')}>
              {words.say('menu.signOutShort')}
            </Button>
          )}
        </div>
      </Welcome>
    </Frame>
  );
}

function ScopesFooter() {
  const words = useWords();
  const send = useSend();
  const { isDemo } = useAppState();
  return (
    <Footer
      isDemo={isDemo}
      icon="scopes"
      text={words.say('footer.scopes')}
      onSettings={() => send('showSettings', 'general')}
    />
  );
}

/** The way out that is a sign-in stands on the page already; in its place are the facts for somebody who can help. */
function ProblemFooter({ problem }: { readonly problem: Problem }) {
  const words = useWords();
  const send = useSend();
  const { isDemo } = useAppState();
  const way = wayOut(words, problem, 'signIn');
  const action = useWayOut(way?.command === 'signIn' ? copyFacts(words, problem) : way);
  return (
    <Footer
      isDemo={isDemo}
      isAlert
      icon="danger"
      text={sayProblem(words, problem)}
      action={action}
      onSettings={() => send('showSettings', 'general')}
    />
  );
}
