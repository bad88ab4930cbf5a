import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';

/** Units: CSS pixels. Every page is at least this high, so that one more dropdown does not move the popup. */
const leastHeight = 440;
const mostHeight = 640;

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    overflow: 'hidden',
    position: 'relative',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflowX: 'hidden',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
  },
  still: { overflowY: 'hidden' },
  content: { flexShrink: 0, display: 'flow-root' },
  centred: { marginBlock: 'auto' },
  foot: { flexShrink: 0 },
});

interface PageProps {
  readonly children: ReactNode;
  readonly foot: ReactNode;
  readonly isCentred?: boolean;
  /** Nothing to read, and so nothing to scroll to. */
  readonly isStill?: boolean;
  /** Told the height that the page needs, in CSS pixels, now and whenever it changes. */
  readonly onHeight: (height: number) => void;
}

/** A popup page: content that scrolls only when it must, and a foot that stays. */
export function Page({ children, foot, isCentred = false, isStill = false, onHeight }: PageProps) {
  const styles = useStyles();
  const content = useRef<HTMLDivElement>(null);
  const footer = useRef<HTMLDivElement>(null);
  const report = useRef(onHeight);
  useEffect(() => {
    report.current = onHeight;
  });

  useEffect(() => {
    let reported = 0;
    const parts = [content.current, footer.current].filter((part) => part !== null);
    const observer = new ResizeObserver(() => {
      const height = parts.reduce((sum, part) => sum + part.offsetHeight, 0);
      const wanted = Math.min(mostHeight, Math.max(leastHeight, Math.ceil(height)));
      if (wanted !== reported) report.current(wanted);
      reported = wanted;
    });
    for (const part of parts) observer.observe(part);
    return () => observer.disconnect();
  }, []);

  return (
    <div className={styles.page}>
      <div className={mergeClasses(styles.scroll, isStill && styles.still)}>
        <div ref={content} className={isCentred ? `${styles.content} ${styles.centred}` : styles.content}>
          {children}
        </div>
      </div>
      <div ref={footer} className={styles.foot}>
        {foot}
      </div>
    </div>
  );
}
