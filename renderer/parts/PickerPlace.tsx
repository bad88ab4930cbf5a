import { Field, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronDown20Regular } from '@fluentui/react-icons';
import { useSmallField } from './field.ts';

const useStyles = makeStyles({
  // What Fluent gives a closed Dropdown.
  closed: {
    ...typographyStyles.body1,
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    boxSizing: 'border-box',
    width: '100%',
    minWidth: 0,
    height: '32px',
    padding: `5px ${tokens.spacingHorizontalMNudge} 5px calc(${tokens.spacingHorizontalMNudge} + ${tokens.spacingHorizontalXXS})`,
    textAlign: 'left',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
  },
  sign: {
    display: 'block',
    marginLeft: tokens.spacingHorizontalXXS,
    color: tokens.colorNeutralStrokeAccessible,
    fontSize: '20px',
  },
});

interface PickerPlaceProps {
  readonly label: string;
  readonly isSmall?: boolean;
  readonly shown: string;
  readonly onAsk: () => void;
}

/** Looks as a closed picker does, and holds its place until the picker itself is there. */
export function PickerPlace({ label, isSmall = false, shown, onAsk }: PickerPlaceProps) {
  const small = useSmallField();
  const styles = useStyles();
  return (
    <Field className={mergeClasses(isSmall && small.field)} label={label}>
      {(field) => (
        <button
          {...field}
          type="button"
          role="combobox"
          aria-expanded={false}
          aria-haspopup="listbox"
          className={styles.closed}
          // The picker may come between press and release, and then there is no click.
          onMouseDown={(event) => {
            // It takes the focus, which the press would give to what is gone by then.
            event.preventDefault();
            onAsk();
          }}
          onClick={onAsk}
        >
          {shown}
          <ChevronDown20Regular className={styles.sign} />
        </button>
      )}
    </Field>
  );
}
