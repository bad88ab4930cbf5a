import { Button, makeStyles } from '@fluentui/react-components';
import type { WordId, Words } from '#contract/words.ts';
import { useSend } from '../bridge.tsx';
import { DetailsSection } from '../parts/DetailsSection.tsx';
import { KeyList } from '../parts/KeyList.tsx';
import { sayModifier } from '../parts/keyWords.ts';
import { PageBar } from '../parts/PageBar.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { Frame } from './Frame.tsx';
import { StatusFooter } from './StatusFooter.tsx';
import { useAppShortcuts } from './useAppShortcuts.ts';

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '0 16px 16px' },
});

type Keys = readonly (readonly [keys: string, does: WordId])[];

/** What works alone. The tiles are six. */
const single: Keys = [
  ['1 – 6', 'keys.states'],
  ['0', 'menu.reset'],
  ['M', 'message.open'],
  ['O', 'keys.outOfOffice'],
  ['P', 'keys.presets'],
  ['?', 'keys.list'],
];

function others(words: Words, isMac: boolean): Keys {
  const modifier = sayModifier(words, isMac);
  return [
    [`${modifier}Z`, 'menu.undo'],
    ['F5', 'home.refresh'],
    [`${modifier}${words.say('key.enter')}`, 'message.save'],
    [isMac ? '⌥←' : 'Alt+←', 'outOfOffice.back'],
    [words.say('key.escape'), 'keys.escape'],
    [`${modifier},`, 'home.settings'],
    [`${modifier}Q`, 'menu.quitShort'],
  ];
}

interface KeysProps {
  readonly username: string;
  readonly onBack: () => void;
}

/** The keys that work in the popup, which nobody would find otherwise. */
export function Keys({ username, onBack }: KeysProps) {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const { about, settings } = useAppState();
  useAppShortcuts({ escape: onBack, 'alt+arrowleft': onBack });
  const said = (keys: Keys) => keys.map(([name, does]) => ({ keys: name, does: words.say(does) }));

  return (
    <Frame foot={<StatusFooter username={username} />}>
      <PageBar title={words.say('keys.title')} onBack={onBack} />
      <main className={styles.main}>
        <DetailsSection
          heading={words.say('keys.single')}
          actions={
            <Button size="small" onClick={() => send('showSettings', 'shortcuts')}>
              {words.say('keys.change')}
            </Button>
          }
        >
          {settings.singleKeys ? <KeyList rows={said(single)} /> : words.say('keys.off')}
        </DetailsSection>
        <DetailsSection heading={words.say('keys.others')}>
          <KeyList rows={said(others(words, about.platform === 'darwin'))} />
        </DetailsSection>
      </main>
    </Frame>
  );
}
