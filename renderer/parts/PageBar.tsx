import { Button, makeStyles, Tooltip, typographyStyles } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { rightToLeft } from './rightToLeft.ts';
import { useFocusKept } from './useFocusKept.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '4px', padding: '12px 12px 8px 8px' },
  // Back is to the right where one reads from there.
  back: { [rightToLeft]: { transform: 'scaleX(-1)' } },
  heading: { ...typographyStyles.subtitle2, fontSize: '16px', flexGrow: 1, margin: 0, outlineStyle: 'none' },
});

interface PageBarProps {
  readonly title: string;
  readonly onBack: () => void;
  readonly children?: ReactNode;
}

/** The head of a page inside the popup: the way back, its name, its switch. */
export function PageBar({ title, onBack, children }: PageBarProps) {
  const styles = useStyles();
  const words = useWords();
  const heading = useFocusKept();
  return (
    <header className={styles.bar}>
      <Tooltip content={words.say('outOfOffice.back')} relationship="label">
        <Button appearance="subtle" icon={<ArrowLeft20Regular className={styles.back} />} onClick={onBack} />
      </Tooltip>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {title}
      </h1>
      {children}
    </header>
  );
}
