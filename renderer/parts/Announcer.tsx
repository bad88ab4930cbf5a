import { useHidden } from './hidden.ts';

interface AnnouncerProps {
  readonly text: string;
  /** How many were told so far: the same words a second time are read aloud only where their element is a new one. */
  readonly count: number;
}

/** The one place from which changes are read aloud. */
export function Announcer({ text, count }: AnnouncerProps) {
  const { hidden } = useHidden();
  return (
    <div role="status" className={hidden}>
      <span key={count}>{text}</span>
    </div>
  );
}
