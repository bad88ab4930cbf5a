import { Field, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { outOfOfficeMessageLimit } from '#contract/outOfOffice.ts';
import type { Preset } from '#contract/preset.ts';
import { statusMessageLimit } from '#contract/statusMessage.ts';
import { workLocations } from '#contract/workLocation.ts';
import { Choice } from '../parts/Choice.tsx';
import { usePair } from '../parts/field.ts';
import { useWords } from '../parts/words.ts';

interface PresetExtrasProps {
  readonly preset: Preset;
  readonly onEdit: (change: Partial<Preset>) => void;
}

/** What goes along with the presence of a preset, or is left as it is. */
export function PresetExtras({ preset, onEdit }: PresetExtrasProps) {
  const { pair } = usePair();
  const words = useWords();
  const { statusMessage, outOfOffice, workLocation } = preset;
  const leave = words.say('preset.leave');
  const [wasSet, setWasSet] = useState(statusMessage !== null && statusMessage !== '');
  const message = statusMessage === null ? 'leave' : statusMessage === '' && !wasSet ? 'clear' : 'set';
  const away = outOfOffice === null ? 'leave' : outOfOffice.isOutOfOffice ? 'on' : 'off';
  const awayMessage = outOfOffice?.message ?? '';
  // Who only looks at another choice finds the texts again.
  const lastMessage = useRef('');
  const lastAwayMessage = useRef('');

  function chooseMessage(next: 'leave' | 'set' | 'clear') {
    if (message === 'set') lastMessage.current = statusMessage ?? '';
    setWasSet(next === 'set');
    const texts = { leave: null, set: lastMessage.current, clear: '' };
    onEdit({ statusMessage: texts[next] });
  }
  function sayMessage(each: 'leave' | 'set' | 'clear') {
    return each === 'leave' ? leave : words.say(`preset.message.${each}`);
  }
  function chooseAway(next: 'leave' | 'on' | 'off') {
    if (away === 'on') lastAwayMessage.current = awayMessage;
    const text = next === 'on' ? lastAwayMessage.current || null : null;
    onEdit({ outOfOffice: next === 'leave' ? null : { isOutOfOffice: next === 'on', message: text } });
  }

  return (
    <>
      <div className={pair}>
        <Field label={words.say('preset.message')}>
          <Choice value={message} offered={['leave', 'set', 'clear']} say={sayMessage} onChoose={chooseMessage} />
        </Field>
        {message === 'set' && (
          <Field label={words.say('preset.message.text')}>
            <Textarea
              rows={2}
              resize="none"
              maxLength={statusMessageLimit}
              value={statusMessage ?? ''}
              onChange={(_, { value }) => onEdit({ statusMessage: value })}
            />
          </Field>
        )}
      </div>
      <div className={pair}>
        <Field label={words.say('preset.outOfOffice')}>
          <Choice
            value={away}
            offered={['leave', 'on', 'off']}
            say={(each) => (each === 'leave' ? leave : words.say(`preset.outOfOffice.${each}`))}
            onChoose={chooseAway}
          />
        </Field>
        {away === 'on' && (
          <Field label={words.say('preset.outOfOffice.text')}>
            <Textarea
              rows={2}
              resize="none"
              maxLength={outOfOfficeMessageLimit}
              value={awayMessage}
              onChange={(_, { value }) => onEdit({ outOfOffice: { isOutOfOffice: true, message: value || null } })}
            />
          </Field>
        )}
        <Field label={words.say('preset.location')}>
          <Choice
            value={workLocation ?? 'leave'}
            offered={['leave', ...workLocations]}
            say={(each) => (each === 'leave' ? leave : words.say(`preset.location.${each}`))}
            onChoose={(each) => onEdit({ workLocation: each === 'leave' ? null : each })}
          />
        </Field>
      </div>
    </>
  );
}
