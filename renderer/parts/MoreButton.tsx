import { Button, Tooltip } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { useWords } from './words.ts';

/** Looks as what opens the menu does, and holds its place until the menu itself is there. */
export function MoreButton({ onClick }: { readonly onClick: () => void }) {
  const words = useWords();
  return (
    <Tooltip content={words.say('home.more')} relationship="label">
      <Button
        appearance="subtle"
        icon={<MoreHorizontal20Regular />}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={onClick}
      />
    </Tooltip>
  );
}
