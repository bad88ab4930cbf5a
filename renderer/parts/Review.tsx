import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: '12px', margin: 0 },
  heading: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground3 },
  text: { ...typographyStyles.body1, margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  note: { ...typographyStyles.caption1, margin: '2px 0 0', color: tokens.colorNeutralForeground3 },
});

interface ReviewProps {
  readonly parts: readonly { readonly heading: string; readonly text: string; readonly isKept: boolean }[];
}

/** What each group of people will see, before it is so. Texts are shown as text, whatever they contain. */
export function Review({ parts }: ReviewProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <dl className={styles.parts}>
      {parts.map(({ heading, text, isKept }) => (
        <div key={heading}>
          <dt className={styles.heading}>{heading}</dt>
          <dd className={styles.text}>
            {text}
            {isKept && <p className={styles.note}>{words.say('outOfOffice.formatted')}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
