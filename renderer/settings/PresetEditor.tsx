import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { durations, sequels } from '#contract/plan.ts';
import { type Preset, presetIcons, presetNameLimit } from '#contract/preset.ts';
import { sayChoice, saySequel } from '#contract/words.ts';
import { Choice } from '../parts/Choice.tsx';
import { usePair } from '../parts/field.ts';
import { useWords } from '../parts/words.ts';
import { useShortcuts } from '../screens/useShortcuts.ts';
import { PresetExtras } from './PresetExtras.tsx';
import { choosable, nameProblem } from './presetView.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  foot: { display: 'flex', justifyContent: 'flex-end', gap: '8px', marginTop: '8px' },
});

interface PresetEditorProps {
  /** As it is edited so far; without an id it is a new one. */
  readonly preset: Preset;
  readonly presets: readonly Preset[];
  /** Whether it was opened just now, rather than found open. */
  readonly hasFocus: boolean;
  readonly onEdit: (preset: Preset) => void;
  readonly onSave: (preset: Preset) => void;
  readonly onCancel: () => void;
}

/** One preset, field by field. Nothing is changed before it is saved. */
export function PresetEditor({ preset, presets, hasFocus, onEdit, onSave, onCancel }: PresetEditorProps) {
  const styles = useStyles();
  const { pair } = usePair();
  const words = useWords();
  const [hasTried, setHasTried] = useState(false);
  const edit = (change: Partial<Preset>) => onEdit({ ...preset, ...change });
  const problem = nameProblem(preset, presets);
  const error = problem !== null && (hasTried || problem === 'nameTaken') ? words.say(`preset.${problem}`) : null;

  function save() {
    if (problem === null) onSave(preset);
    else setHasTried(true);
  }
  // Chromium submits by Enter in the name, and neither in a text of several lines nor while a letter is composed.
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    save();
  }
  useShortcuts({ escape: onCancel, 'ctrl+enter': save });

  return (
    <form className={styles.form} aria-label={preset.name || words.say('preset.new')} noValidate onSubmit={onSubmit}>
      <div className={pair}>
        <Field
          label={words.say('preset.name')}
          validationState={error === null ? 'none' : 'error'}
          validationMessage={error}
        >
          <Input
            autoFocus={hasFocus}
            value={preset.name}
            maxLength={presetNameLimit}
            onChange={(_, { value }) => edit({ name: value })}
          />
        </Field>
        <Field label={words.say('preset.icon')}>
          <Choice
            value={preset.icon}
            offered={presetIcons}
            say={(icon) => words.say(`preset.icon.${icon}`)}
            onChoose={(icon) => edit({ icon })}
          />
        </Field>
        <Field label={words.say('preset.presence')}>
          <Choice
            value={preset.presence.activity}
            offered={choosable.map(({ activity }) => activity)}
            say={(activity) => {
              const pair = choosable.find((each) => each.activity === activity);
              return pair === undefined ? activity : sayChoice(words, pair);
            }}
            onChoose={(activity) =>
              edit({ presence: choosable.find((each) => each.activity === activity) ?? preset.presence })
            }
          />
        </Field>
        <Field label={words.say('plan.duration')}>
          <Choice
            value={preset.lasts}
            offered={durations}
            say={(lasts) => words.say(`plan.lasts.${lasts}`)}
            onChoose={(lasts) => edit({ lasts })}
          />
        </Field>
        {preset.lasts !== 'untilChanged' && (
          <Field label={words.say('plan.then')}>
            <Choice
              value={preset.sequel}
              offered={sequels}
              say={(sequel) => saySequel(words, sequel)}
              onChoose={(sequel) => edit({ sequel })}
            />
          </Field>
        )}
      </div>
      <PresetExtras preset={preset} onEdit={edit} />
      <div className={styles.foot}>
        <Button onClick={onCancel}>{words.say('action.cancel')}</Button>
        <Button appearance="primary" type="submit">
          {words.say('preset.save')}
        </Button>
      </div>
    </form>
  );
}
