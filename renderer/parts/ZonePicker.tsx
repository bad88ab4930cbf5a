import { Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { useWords } from './words.ts';

/** A longer list is searched by typing more of the name. */
const shownZones = 30;

const useStyles = makeStyles({ zone: { minWidth: 0, backgroundColor: tokens.colorNeutralBackground1 } });

interface ZonePickerProps {
  readonly zone: string;
  /** Offered first, each with what it is, as long as it has what was typed. */
  readonly near: readonly { readonly zone: string; readonly label: string }[];
  readonly hint: string | null;
  readonly error: string | null;
  readonly onZone: (zone: string) => void;
}

/** The time zone in which an absence is planned: a name that is chosen or typed. */
export function ZonePicker({ zone, near, hint, error, onZone }: ZonePickerProps) {
  const styles = useStyles();
  const words = useWords();
  const isNear = near.some((each) => each.zone === zone);
  const typed = isNear ? '' : zone.trim().toLowerCase().replaceAll(' ', '_');
  const isTyped = (name: string) => name.toLowerCase().includes(typed);
  // Tab and Enter take the first of the list, so that nothing may stand there that was not typed.
  const offered = near.filter((each) => isTyped(each.zone));
  const found = Intl.supportedValuesOf('timeZone')
    .filter((name) => !near.some((each) => each.zone === name) && isTyped(name))
    .slice(0, shownZones);
  return (
    <Field
      label={words.say('outOfOffice.zone')}
      hint={hint}
      validationState={error === null ? 'none' : 'error'}
      validationMessage={error}
    >
      <Combobox
        className={styles.zone}
        // The field opens the list, by keys and by a click; its sign would be one more stop, with an English name.
        expandIcon={{ tabIndex: -1, 'aria-hidden': true }}
        freeform
        value={zone}
        selectedOptions={[zone]}
        onChange={({ target }) => onZone(target.value)}
        onOptionSelect={(_, { optionValue }) => optionValue !== undefined && onZone(optionValue)}
      >
        {offered.map(({ zone: name, label }) => (
          <Option key={name} value={name} text={name}>
            {label}
          </Option>
        ))}
        {found.map((name) => (
          <Option key={name} value={name}>
            {name}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}
