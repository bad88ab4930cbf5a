import { Button, Tooltip } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { acceleratorOf } from '#contract/accelerator.ts';
import { sayKeys } from './keyWords.ts';
import { SettingRow } from './SettingRow.tsx';
import { useWords } from './words.ts';

interface ShortcutRecorderProps {
  /** What the keys do. */
  readonly action: string;
  readonly keys: string | null;
  /** What is wrong with them, in words. */
  readonly problem: string | null;
  readonly platform: string;
  readonly isManaged: boolean;
  /** The action that has these keys already, in words; null where they are free. */
  readonly usedBy: (keys: string) => string | null;
  readonly onKeys: (keys: string | null) => void;
  /** Begins, or has done with it, also where its page goes away. */
  readonly onRecording: (isRecording: boolean) => void;
}

/** Keys for one action: press the button, then the keys. Escape leaves them as they were, Tab goes on. */
export function ShortcutRecorder(props: ShortcutRecorderProps) {
  const { action, keys, problem, platform, isManaged, usedBy, onKeys, onRecording } = props;
  const words = useWords();
  const [isRecording, setIsRecording] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const shown = keys === null ? words.say('shortcut.none') : sayKeys(words, keys, platform === 'darwin');

  const tell = useRef(onRecording);
  useEffect(() => {
    if (!isRecording) return;
    tell.current(true);
    return () => tell.current(false);
  }, [isRecording]);

  function stop() {
    setIsRecording(false);
    setRefusal(null);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (!isRecording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return stop();
    const pressed = acceleratorOf(event, platform);
    if (pressed === 'modifier') return;
    if (pressed === 'weak' || pressed === 'common') return setRefusal(words.say(`shortcut.${pressed}`));
    const other = usedBy(pressed);
    if (other !== null) return setRefusal(words.say('shortcut.taken', { action: other }));
    stop();
    onKeys(pressed);
  }

  return (
    <SettingRow title={action} caption={refusal ?? problem ?? undefined} isTold isManaged={isManaged}>
      {(control) => (
        <>
          <Button
            disabled={isManaged}
            aria-describedby={control['aria-describedby']}
            aria-label={words.say('shortcut.change', {
              action,
              keys: isRecording ? words.say('shortcut.record') : shown,
            })}
            appearance={isRecording ? 'primary' : 'secondary'}
            onClick={() => setIsRecording(true)}
            onKeyDown={onKeyDown}
            onBlur={stop}
          >
            {isRecording ? words.say('shortcut.record') : shown}
          </Button>
          {keys !== null && (
            <Tooltip content={words.say('shortcut.clear', { action })} relationship="label">
              <Button
                appearance="subtle"
                icon={<Dismiss20Regular />}
                disabled={isManaged}
                onClick={() => onKeys(null)}
              />
            </Tooltip>
          )}
        </>
      )}
    </SettingRow>
  );
}
