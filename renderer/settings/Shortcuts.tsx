import { Button } from '@fluentui/react-components';
import { findAction } from '#contract/actions.ts';
import { sayCommandLine } from '#contract/commandLine.ts';
import { useSend } from '../bridge.tsx';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { ShortcutRecorder } from '../parts/ShortcutRecorder.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { useCopied } from '../screens/useWayOut.ts';
import { SettingSwitch } from './SettingSwitch.tsx';
import { keysOf, shortcutGroups, takenBy, withKeys } from './shortcutView.ts';
import { useSettings } from './useSettings.ts';

interface CommandLineRowProps {
  /** By its id. */
  readonly action: string;
  readonly title: string;
  readonly commandLine: string;
}

/** What to give the desktop for one action. */
function CommandLineRow({ action, title, commandLine }: CommandLineRowProps) {
  const send = useSend();
  const words = useWords();
  const [copied, confirm] = useCopied();
  function copy() {
    confirm('copyCommandLine');
    send('copyCommandLine', action);
  }
  return (
    <SettingRow title={title} caption={commandLine}>
      {(control) => (
        <Button aria-describedby={control['aria-labelledby']} onClick={copy}>
          {words.say(copied === null ? 'shortcut.copy' : 'signIn.copied')}
        </Button>
      )}
    </SettingRow>
  );
}

/** Keys that work in the popup, and those that work wherever the focus is. */
export function Shortcuts() {
  const words = useWords();
  return (
    <>
      <SettingsSection>
        <SettingSwitch
          setting="singleKeys"
          title={words.say('keys.single')}
          caption={words.say('settings.singleKeys.hint')}
        />
      </SettingsSection>
      <GlobalShortcuts />
    </>
  );
}

/** Keys that work wherever the focus is; or, where the desktop keeps those, how to have it do the same. */
function GlobalShortcuts() {
  const send = useSend();
  const words = useWords();
  const state = useAppState();
  const { settings, change, isManaged } = useSettings();
  const { shortcuts } = settings;
  const { about } = state;
  const groups = shortcutGroups(settings.presets);
  const sayUser = (id: string, keys: string) => {
    const other = takenBy(shortcuts, id, keys);
    // Nobody could take them from a preset that is gone: it has no row.
    return other === null ? null : (findAction(state, other)?.say(words) ?? null);
  };

  if (!about.hasShortcuts) {
    return (
      <SettingsSection heading={words.say('shortcut.recipe')} hint={words.say('shortcut.recipeText')}>
        {groups
          .flatMap(({ actions }) => actions)
          .flatMap(({ id, say, commandLine }) =>
            commandLine === null ? (
              []
            ) : (
              <CommandLineRow
                key={id}
                action={id}
                title={say(words)}
                commandLine={`${about.program} ${sayCommandLine(commandLine)}`}
              />
            ),
          )}
      </SettingsSection>
    );
  }
  return groups.map(({ heading, actions }, index) => (
    <SettingsSection
      key={heading}
      heading={words.say(heading)}
      {...(index === 0 && { hint: words.say('shortcut.hint') })}
    >
      {actions.map(({ id, say }) => (
        <ShortcutRecorder
          key={id}
          action={say(words)}
          keys={keysOf(shortcuts, id)}
          problem={about.refusedShortcuts.includes(id) ? words.say('shortcut.refused') : null}
          platform={about.platform}
          isManaged={isManaged('shortcuts')}
          usedBy={(keys) => sayUser(id, keys)}
          onRecording={(isRecording) => send('recordShortcut', isRecording)}
          onKeys={(keys) => change({ shortcuts: withKeys(shortcuts, id, keys) })}
        />
      ))}
    </SettingsSection>
  ));
}
