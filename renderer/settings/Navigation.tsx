import { Button, makeStyles, SearchBox, Tab, TabList, tokens, typographyStyles } from '@fluentui/react-components';
import {
  Flow20Regular,
  Info20Regular,
  Keyboard20Regular,
  Person20Regular,
  Settings20Regular,
  Star20Regular,
  WeatherSunny20Regular,
} from '@fluentui/react-icons';
import { type ReactElement, useRef, useState } from 'react';
import { type SettingsPage, settingsPages } from '#contract/settingsPage.ts';
import { useHidden } from '../parts/hidden.ts';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { useShortcuts } from '../screens/useShortcuts.ts';
import { findSettings } from './findSettings.ts';

const icons: Readonly<Record<SettingsPage, ReactElement>> = {
  general: <Settings20Regular />,
  account: <Person20Regular />,
  presets: <Star20Regular />,
  startup: <WeatherSunny20Regular />,
  rules: <Flow20Regular />,
  shortcuts: <Keyboard20Regular />,
  about: <Info20Regular />,
};

const useStyles = makeStyles({
  navigation: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: '8px',
    width: '188px',
    boxSizing: 'border-box',
    padding: '16px 8px',
    overflowX: 'hidden',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  search: { width: '100%', minWidth: 0 },
  // Each has room for its bold self, and stands in the middle of that.
  tabs: { '& .fui-Tab__content': { justifySelf: 'start' } },
  found: { listStyleType: 'none', margin: 0, padding: 0 },
  result: { width: '100%', justifyContent: 'flex-start', textAlign: 'start', fontWeight: 'normal' },
  page: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground3 },
});

interface NavigationProps {
  readonly page: SettingsPage;
  readonly onPage: (page: SettingsPage) => void;
  /** What was searched for is on this page. */
  readonly onFound: (page: SettingsPage) => void;
}

/** The pages at the left; what is typed above them finds a setting by its words. */
export function Navigation({ page, onPage, onFound }: NavigationProps) {
  const styles = useStyles();
  const words = useWords();
  const { hidden } = useHidden();
  const search = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const found = findSettings(words, typed, useAppState());
  const isSearching = typed.trim() !== '';

  function go(next: SettingsPage) {
    setTyped('');
    onFound(next);
  }
  useShortcuts({ 'ctrl+f': () => search.current?.querySelector('input')?.focus() });

  return (
    <nav className={styles.navigation} aria-label={words.say('settings.pages')}>
      <div ref={search}>
        <SearchBox
          className={styles.search}
          size="small"
          aria-label={words.say('settings.search')}
          placeholder={words.say('settings.search')}
          dismiss={{ 'aria-label': words.say('settings.search.clear') }}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
            // They mean the search, and not the form beside it, which would be saved or given up.
            event.preventDefault();
            if (event.key === 'Escape') setTyped('');
            else if (first !== undefined) go(first.page);
          }}
        />
      </div>
      <div role="status" className={hidden}>
        {isSearching && words.say('settings.found', { count: found.length })}
      </div>
      {isSearching && found.length === 0 && <p className={styles.page}>{words.say('settings.found', { count: 0 })}</p>}
      {isSearching ? (
        <ul className={styles.found}>
          {found.map((each) => (
            <li key={each.page + each.text}>
              <Button className={styles.result} appearance="subtle" size="small" onClick={() => go(each.page)}>
                <span>
                  {each.text}
                  <span className={styles.page}>{words.say(`settings.page.${each.page}`)}</span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <TabList vertical className={styles.tabs} selectedValue={page}>
          {settingsPages.map((each) => (
            <Tab key={each} value={each} icon={icons[each]} onClick={() => onPage(each)}>
              {words.say(`settings.page.${each}`)}
            </Tab>
          ))}
        </TabList>
      )}
    </nav>
  );
}
