import { makeStyles, useFluent } from '@fluentui/react-components';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { type Availability, availabilities } from '#contract/presence.ts';
import { AvailabilityTile, type TileLook } from './AvailabilityTile.tsx';
import { gridStep } from './gridStep.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  grid: { display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: '8px' },
});

export interface AvailabilityPickerProps {
  /** What others see, where it can be chosen. */
  readonly current: Availability | null;
  /** What was chosen here and accepted. */
  readonly chosen: Availability | null;
  /** What is asked for and not accepted yet: on its way, or held back for now. */
  readonly pending: { readonly availability: Availability; readonly isHeld: boolean } | null;
  /** Whether digits alone choose too. */
  readonly hasKeys: boolean;
  readonly onChoose: (availability: Availability) => void;
  readonly ref?: Ref<HTMLDivElement>;
}

function lookOf(availability: Availability, { current, chosen, pending }: AvailabilityPickerProps): TileLook {
  if (pending?.availability === availability) return pending.isHeld ? 'held' : 'publishing';
  if (chosen === availability && pending === null) return 'chosen';
  return (pending === null ? (chosen ?? current) : current) === availability ? 'current' : 'plain';
}

/** Six tiles; one click applies. Arrows only move the focus, since each choice is a request. */
export function AvailabilityPicker(props: AvailabilityPickerProps) {
  const { current, chosen, pending, hasKeys, onChoose, ref } = props;
  const styles = useStyles();
  const words = useWords();
  const { dir } = useFluent();
  const [focused, setFocused] = useState<Availability | null>(null);
  const entry = focused ?? pending?.availability ?? chosen ?? current ?? 'Available';

  function move(event: KeyboardEvent) {
    const tiles = [...event.currentTarget.children];
    const next = gridStep(event.key, tiles.indexOf(event.target as Element), tiles.length, dir);
    const target = next === undefined ? undefined : tiles[next];
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    target.focus();
  }
  /** The tile that has the focus, when it comes and when it goes: from one to the next is one step. */
  const follow = (group: Element, target: Element | null) =>
    setFocused(target === null ? null : (availabilities[[...group.children].indexOf(target)] ?? null));

  return (
    <div
      ref={ref}
      role="radiogroup"
      aria-label={words.say('availability.label')}
      className={styles.grid}
      onFocus={({ currentTarget, target }) => follow(currentTarget, target)}
      onBlur={({ currentTarget, relatedTarget }) => follow(currentTarget, relatedTarget)}
      onKeyDown={move}
    >
      {availabilities.map((availability, index) => (
        <AvailabilityTile
          key={availability}
          availability={availability}
          look={lookOf(availability, props)}
          isChecked={chosen === availability}
          isEntry={entry === availability}
          shortcut={hasKeys ? String(index + 1) : undefined}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}
