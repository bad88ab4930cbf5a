import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ComponentType, useEffect, useState } from 'react';
import type { SettingsPage } from '#contract/settingsPage.ts';
import { useSend } from '../bridge.tsx';
import { useFocusKept } from '../parts/useFocusKept.ts';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { newNotices } from '../screens/announcement.ts';
import { NoticeBar } from '../screens/NoticeBar.tsx';
import { Voice } from '../screens/Voice.tsx';
import { About } from './About.tsx';
import { Account } from './Account.tsx';
import { General } from './General.tsx';
import { Navigation } from './Navigation.tsx';
import { type PresetDraft, Presets } from './Presets.tsx';
import { Rules } from './Rules.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Startup } from './Startup.tsx';
import { usePresetDraft } from './usePresetDraft.ts';

/** What stands on each page. A new page is a name in the contract, and a component here. */
const pages: Readonly<Record<SettingsPage, ComponentType<PresetDraft>>> = {
  general: General,
  account: Account,
  presets: Presets,
  startup: Startup,
  rules: Rules,
  shortcuts: Shortcuts,
  about: About,
};

const useStyles = makeStyles({
  window: { display: 'flex', height: '100%', backgroundColor: tokens.colorNeutralBackground2 },
  right: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  main: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    gap: '20px',
    padding: '24px 32px',
    overflowY: 'auto',
  },
  heading: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: 'none' },
});

/** The settings window. Which page is open is state, as everything that is shown. */
export function Settings() {
  const styles = useStyles();
  const words = useWords();
  const send = useSend();
  const { settingsPage } = useAppState();
  const draft = usePresetDraft();
  const Page = pages[settingsPage];
  const heading = useFocusKept();
  // What was searched for is read on from its page's heading: the field that was typed in is not where one goes on.
  const [found, setFound] = useState<SettingsPage | null>(null);
  useEffect(() => {
    if (found !== settingsPage) return;
    heading.current?.focus();
    setFound(null);
  }, [found, settingsPage, heading]);
  function turn(page: SettingsPage, isFound: boolean) {
    setFound(isFound ? page : null);
    send('showSettings', page);
  }
  useEffect(() => {
    document.title = words.say('settings.title');
  }, [words]);
  return (
    <div className={styles.window}>
      <Navigation page={settingsPage} onPage={(page) => turn(page, false)} onFound={(page) => turn(page, true)} />
      <div className={styles.right}>
        <main className={styles.main} key={settingsPage}>
          <h1 ref={heading} tabIndex={-1} className={styles.heading}>
            {words.say(`settings.page.${settingsPage}`)}
          </h1>
          <Page {...draft} />
        </main>
        <NoticeBar />
        <Voice announce={newNotices} />
      </div>
    </div>
  );
}
