import { makeStyles, mergeClasses, Switch } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import type { Ref } from 'react';
import { useCardRow } from './cardRow.ts';
import { PresenceGlyph } from './PresenceGlyph.tsx';
import { rightToLeft } from './rightToLeft.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({ chevron: { flexShrink: 0, [rightToLeft]: { transform: 'scaleX(-1)' } } });

interface OutOfOfficeRowProps {
  /** What the service says. */
  readonly isOutOfOffice: boolean;
  readonly isChanging: boolean;
  readonly hasFailed: boolean;
  readonly hasSwitch: boolean;
  readonly caption: string;
  /** What a letter alone does: it opens the page, turns the switch, or nothing. */
  readonly keyDoes: 'open' | 'turn' | null;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  readonly openRef?: Ref<HTMLButtonElement>;
}

/** Opens the page of an absence, and turns out of office on and off. */
export function OutOfOfficeRow(props: OutOfOfficeRowProps) {
  const { isOutOfOffice, isChanging, hasFailed, hasSwitch, caption, keyDoes, onOpen, onToggle, openRef } = props;
  const row = useCardRow();
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={row.row}>
      <button
        ref={openRef}
        type="button"
        className={row.open}
        title={words.say('home.outOfOffice.open')}
        aria-keyshortcuts={keyDoes === 'open' ? 'O' : undefined}
        onClick={onOpen}
      >
        <PresenceGlyph glyph="outOfOffice" size={20} />
        <span className={row.texts}>
          <span className={mergeClasses(row.line, row.title)}>{words.say('home.outOfOffice')}</span>
          <span className={mergeClasses(row.line, row.caption, hasFailed && row.danger)} title={caption}>
            {caption}
          </span>
        </span>
        <ChevronRight16Regular className={styles.chevron} />
      </button>
      {hasSwitch && (
        <Switch
          aria-label={words.say('home.outOfOffice')}
          aria-keyshortcuts={keyDoes === 'turn' ? 'O' : undefined}
          aria-busy={isChanging}
          checked={isOutOfOffice}
          onChange={onToggle}
        />
      )}
    </div>
  );
}
