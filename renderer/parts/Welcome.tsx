import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useFocusKept } from './useFocusKept.ts';

const useStyles = makeStyles({
  welcome: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px',
    padding: '32px 32px 24px',
    textAlign: 'center',
  },
  heading: {
    ...typographyStyles.subtitle1,
    lineHeight: '28px',
    margin: '8px 0 0',
    textWrap: 'balance',
    outlineStyle: 'none',
  },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3, textWrap: 'balance' },
});

interface WelcomeProps {
  readonly sign: ReactNode;
  readonly heading: string;
  readonly text: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
}

/** A page with one thing to say and one thing to do. */
export function Welcome({ sign, heading, text, children, ref }: WelcomeProps) {
  const styles = useStyles();
  const title = useFocusKept();
  return (
    <main ref={ref} className={styles.welcome} onKeyDown={takeHeld}>
      {sign}
      <h1 ref={title} tabIndex={-1} className={styles.heading}>
        {heading}
      </h1>
      <p className={styles.text}>{text}</p>
      {children}
    </main>
  );
}

/** Enter that is held presses again and again, by then the button that has the focus on the page that it led to. */
function takeHeld(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.repeat) event.preventDefault();
}
