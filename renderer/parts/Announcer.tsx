import { useHidden } from './hidden.ts';

interface AnnouncerProps {
  readonly text: string;
  /** How many announcements there were so far: the same words are read aloud again only from a new element. */
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
