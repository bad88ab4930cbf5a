import { Button } from '@fluentui/react-components';
import { SignOut20Regular } from '@fluentui/react-icons';
import { presenceGlyph } from '#contract/glyph.ts';
import { shownPresence } from '#contract/wishChange.ts';
import { sayPerson } from '#contract/words.ts';
import { useSend } from '../bridge.tsx';
import { Person } from '../parts/Person.tsx';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';

/** Who is signed in, and the way out or in. */
export function AccountCard() {
  const words = useWords();
  const send = useSend();
  const state = useAppState();
  const { session, isDemo } = state;
  if (session.status !== 'signedIn') {
    return (
      <SettingsSection>
        <SettingRow title={words.say('settings.signedOut')}>
          {() => (
            <Button appearance="primary" onClick={() => send('showPopup')}>
              {words.say('action.signIn')}
            </Button>
          )}
        </SettingRow>
      </SettingsSection>
    );
  }
  const { name, username } = session.account;
  const seen = shownPresence(state);
  return (
    <SettingsSection>
      <SettingRow
        title={name}
        caption={username}
        sign={<Person name={name} label={sayPerson(words, name, seen)} glyph={presenceGlyph(seen)} size={40} />}
      >
        {() => (
          <Button icon={<SignOut20Regular />} onClick={() => send('signOut')}>
            {words.say(isDemo ? 'menu.leaveDemo' : 'menu.signOutShort')}
          </Button>
        )}
      </SettingRow>
    </SettingsSection>
  );
}
