import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { availabilities } from '#contract/presence.ts';
import { useSend } from '../bridge.tsx';
import { Footer } from '../parts/Footer.tsx';
import { useHidden } from '../parts/hidden.ts';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { Frame } from './Frame.tsx';
import { useAppShortcuts } from './useAppShortcuts.ts';

const useStyles = makeStyles({
  // Fluent's own is so bright in the dark that it seems to be the content.
  soft: {
    '@media (prefers-color-scheme: dark) and (forced-colors: none)': { opacity: 0.5 },
    // Where colours are forced, there is no other ground to be seen on.
    '@media (forced-colors: active)': {
      '& .fui-SkeletonItem': { outline: '1px solid GrayText' },
    },
  },
  person: { display: 'flex', alignItems: 'center', gap: '12px', padding: '18px 16px 16px' },
  texts: { display: 'flex', flexDirection: 'column', gap: '8px', width: '150px' },
  heading: { height: '20px' },
  caption: { height: '12px', width: '110px' },
  main: { display: 'flex', flexDirection: 'column', gap: '14px', padding: '0 16px 16px' },
  pills: { display: 'flex', gap: '6px' },
  pill: { width: '84px', height: '24px', borderRadius: tokens.borderRadiusCircular },
  tiles: { display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: '8px' },
  tile: { height: '76px', borderRadius: tokens.borderRadiusXLarge },
  field: { height: '59px' },
  card: { height: '107px', borderRadius: tokens.borderRadiusXLarge },
});

/** The shape of the home page before anything is known, as high as it will be. */
export function Loading() {
  const styles = useStyles();
  const { hidden } = useHidden();
  const words = useWords();
  const send = useSend();
  const { isDemo } = useAppState();
  const loading = words.say('home.loading');
  useAppShortcuts();
  return (
    <Frame isStill foot={<Footer isDemo={isDemo} text="" onSettings={() => send('showSettings', 'general')} />}>
      <main aria-busy="true" aria-label={loading}>
        <h1 className={hidden}>{loading}</h1>
        <Skeleton className={styles.soft} animation="pulse" aria-hidden="true">
          <div className={styles.person}>
            <SkeletonItem shape="circle" size={48} />
            <div className={styles.texts}>
              <SkeletonItem className={styles.heading} />
              <SkeletonItem className={styles.caption} />
            </div>
          </div>
          <div className={styles.main}>
            <div className={styles.pills}>
              {[1, 2, 3].map((pill) => (
                <SkeletonItem key={pill} className={styles.pill} />
              ))}
            </div>
            <div className={styles.tiles}>
              {availabilities.map((availability) => (
                <SkeletonItem key={availability} className={styles.tile} />
              ))}
            </div>
            <SkeletonItem className={styles.field} />
            <SkeletonItem className={styles.card} />
          </div>
        </Skeleton>
      </main>
    </Frame>
  );
}
