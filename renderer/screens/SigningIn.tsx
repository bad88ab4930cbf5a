import { Button, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DeviceCode, Session } from '#contract/session.ts';
import { useSend } from '../bridge.tsx';
import { AppMark } from '../parts/AppMark.tsx';
import { Footer } from '../parts/Footer.tsx';
import { Welcome } from '../parts/Welcome.tsx';
import { useWords } from '../parts/words.ts';
import { Frame } from './Frame.tsx';
import { useAppShortcuts } from './useAppShortcuts.ts';
import { useCopied } from './useWayOut.ts';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', width: '100%', marginTop: '4px' },
  wide: { flexGrow: 1, minWidth: 0, whiteSpace: 'nowrap' },
  code: {
    ...typographyStyles.title2,
    margin: 0,
    padding: '12px 16px',
    width: '100%',
    boxSizing: 'border-box',
    letterSpacing: '0.12em',
    fontFamily: tokens.fontFamilyMonospace,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    userSelect: 'all',
  },
  spinner: { '@media (prefers-reduced-motion: reduce)': { display: 'none' } },
  small: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

interface SigningInProps {
  readonly session: Extract<Session, { status: 'signingIn' }>;
}

/** The person is busy elsewhere: in the browser, or with a code on another device. */
export function SigningIn({ session }: SigningInProps) {
  useAppShortcuts();
  if (session.method === 'browser') return <Browser />;
  return session.code === null ? <CodeAwaited /> : <Code code={session.code} />;
}

function Shell({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  const send = useSend();
  return (
    <Frame
      isCentred
      foot={
        <Footer icon="scopes" text={words.say('footer.scopes')} onSettings={() => send('showSettings', 'general')} />
      }
    >
      {children}
    </Frame>
  );
}

function Waiting() {
  const { spinner } = useStyles();
  return <Spinner className={spinner} size="small" aria-hidden="true" />;
}

/** `hasFocus` where there is nothing else to press: the button that led to the page has gone with the one before. */
function Cancel({ hasFocus = false }: { readonly hasFocus?: boolean }) {
  const words = useWords();
  const send = useSend();
  return (
    <Button appearance="transparent" size="small" autoFocus={hasFocus} onClick={() => send('cancelSignIn')}>
      {words.say('signIn.cancel')}
    </Button>
  );
}

function Browser() {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const [copied, confirm] = useCopied();
  return (
    <Shell>
      <Welcome sign={<AppMark />} heading={words.say('signIn.waiting')} text={words.say('signIn.waitingText')}>
        <Waiting />
        <div className={styles.row}>
          <Button className={styles.wide} autoFocus onClick={() => send('reopenSignIn')}>
            {words.say('signIn.openAgain')}
          </Button>
          <Button
            className={styles.wide}
            onClick={() => {
              confirm('copySignInLink');
              send('copySignInLink');
            }}
          >
            {words.say(copied !== null ? 'signIn.copied' : 'signIn.copyLink')}
          </Button>
        </div>
        <Cancel />
      </Welcome>
    </Shell>
  );
}

function CodeAwaited() {
  const words = useWords();
  return (
    <Shell>
      <Welcome sign={<AppMark />} heading={words.say('signIn.codeTitle')} text={words.say('signIn.codeWaiting')}>
        <Waiting />
        <Cancel hasFocus />
      </Welcome>
    </Shell>
  );
}

function Code({ code }: { readonly code: DeviceCode }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <Shell>
      <Welcome
        sign={<AppMark />}
        heading={words.say('signIn.codeTitle')}
        text={words.say('signIn.codeText', { uri: code.verificationUri })}
      >
        <p className={styles.code}>{code.userCode}</p>
        <p className={styles.small}>{words.say('signIn.codeExpires', { time: words.time(code.expiresAt) })}</p>
        <Cancel hasFocus />
      </Welcome>
    </Shell>
  );
}
