import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { availabilities } from '#contract/presence.ts';
import { useSend } from '../bridge.tsx';
import { Footer } from '../parts/Footer.tsx';
import { useHidden } from '../parts/hidden.ts';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { Frame } from './Frame.tsx';
import { useAppShortcuts } from './useAppShortcuts.ts';

const useStyles = makeStyles({
  person: { display: 'flex', alignItems: 'center', gap: '12px', padding: '18px 16px 16px' },
  texts: { display: 'flex', flexDirection: 'column', gap: '8px', width: '150px' },
  heading: { height: '20px' },
  caption: { height: '12px', width: '110px' },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, 1fr)',
    gap: '8px',
    padding: '0 16px 14px',
  },
  tile: { height: '76px', borderRadius: '8px' },
  row: { padding: '0 16px 16px' },
  card: { height: '54px', borderRadius: '8px' },
});

/** The shape of the home page before anything is known. */
export function Loading() {
  const styles = useStyles();
  const { hidden } = useHidden();
  const words = useWords();
  const send = useSend();
  const { isDemo } = useAppState();
  const loading = words.say('home.loading');
  useAppShortcuts();
  return (
    <Frame foot={<Footer isDemo={isDemo} text="" onSettings={() => send('showSettings', 'general')} />}>
      <main aria-busy="true" aria-label={loading}>
        <h1 className={hidden}>{loading}</h1>
        <Skeleton animation="pulse" aria-hidden="true">
          <div className={styles.person}>
            <SkeletonItem shape="circle" size={48} />
            <div className={styles.texts}>
              <SkeletonItem className={styles.heading} />
              <SkeletonItem className={styles.caption} />
            </div>
          </div>
          <div className={styles.grid}>
            {availabilities.map((availability) => (
              <SkeletonItem key={availability} className={styles.tile} />
            ))}
          </div>
          <div className={styles.row}>
            <SkeletonItem className={styles.card} />
          </div>
        </Skeleton>
      </main>
    </Frame>
  );
}
