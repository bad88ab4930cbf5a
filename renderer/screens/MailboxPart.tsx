import { Button, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { Mail20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { lacksReplies, sayMailboxFailure } from '#contract/outOfOfficeWords.ts';
import { useSend } from '../bridge.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { useCopied } from './useWayOut.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px', ...typographyStyles.body1Strong, margin: 0 },
  text: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});

/** Why there are no automatic replies, and what can be done about it. Nothing where there are. */
export function MailboxPart() {
  const words = useWords();
  const send = useSend();
  const { access, mailbox, problem } = useAppState().outOfOffice;
  const allow = <Button onClick={() => send('allowMailbox', 'popup')}>{words.say('outOfOffice.mailbox.allow')}</Button>;
  if (mailbox !== null && access === 'ready') return null;
  if (access === 'asking') return <Asking />;
  if (lacksReplies(access)) {
    return (
      <Part text={words.say(`outOfOffice.mailbox.${access}`)}>
        {access === 'missing' ? null : (
          <>
            {allow}
            {access === 'adminRequired' && <CopyRequest />}
          </>
        )}
      </Part>
    );
  }
  const failure = problem === null ? null : sayMailboxFailure(words, problem);
  if (access === 'notAllowed') {
    const asks = words.say('outOfOffice.mailbox.asks');
    return <Part text={failure === null ? asks : `${failure} ${asks}`}>{allow}</Part>;
  }
  if (failure !== null) {
    return (
      <Part text={failure}>
        <Button onClick={() => send('readMailbox')}>{words.say('outOfOffice.mailbox.again')}</Button>
      </Part>
    );
  }
  return (
    <Part text={words.say('outOfOffice.mailbox.reading')}>
      <Waiting />
    </Part>
  );
}

function Asking() {
  const words = useWords();
  return (
    <Part text={words.say('outOfOffice.mailbox.asking')}>
      <Waiting />
      <AskingButtons />
    </Part>
  );
}

/** What can be done while the browser asks for the mailbox. */
export function AskingButtons() {
  const words = useWords();
  const send = useSend();
  return (
    <>
      <Button size="small" onClick={() => send('reopenSignIn')}>
        {words.say('signIn.openAgain')}
      </Button>
      <Button size="small" onClick={() => send('cancelSignIn')}>
        {words.say('signIn.cancel')}
      </Button>
    </>
  );
}

/** What an administrator is to be asked for, ready to be sent. */
function CopyRequest() {
  const words = useWords();
  const send = useSend();
  const [copied, confirm] = useCopied();
  const copy = () => {
    confirm('copyAdminRequest');
    send('copyAdminRequest');
  };
  return <Button onClick={copy}>{words.say(copied === null ? 'action.copyAdminRequest' : 'signIn.copied')}</Button>;
}

function Waiting() {
  return <Spinner size="tiny" aria-hidden="true" />;
}

function Part({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <section className={styles.card}>
      <h2 className={styles.head}>
        <Mail20Regular />
        {words.say('outOfOffice.replies')}
      </h2>
      <p className={styles.text}>{text}</p>
      {children !== null && <div className={styles.actions}>{children}</div>}
    </section>
  );
}
