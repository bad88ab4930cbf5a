import { useHidden } from './hidden.ts';

/** The one place from which changes are read aloud. */
export function Announcer({ text }: { readonly text: string }) {
  const { hidden } = useHidden();
  return (
    <div role="status" className={hidden}>
      {text}
    </div>
  );
}
