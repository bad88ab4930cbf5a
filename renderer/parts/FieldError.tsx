import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ErrorCircle12Filled } from '@fluentui/react-icons';

const useStyles = makeStyles({
  error: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    margin: '4px 0 0',
    color: tokens.colorStatusDangerForeground1,
  },
});

/** What is wrong, under what it is wrong with. */
export function FieldError({ text }: { readonly text: string }) {
  const styles = useStyles();
  return (
    <p role="alert" className={styles.error}>
      <ErrorCircle12Filled />
      {text}
    </p>
  );
}
