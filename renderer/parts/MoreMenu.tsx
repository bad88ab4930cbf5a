import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import {
  ClipboardError20Regular,
  MoreHorizontal20Regular,
  Power20Regular,
  Settings20Regular,
  SignOut20Regular,
} from '@fluentui/react-icons';
import { useWords } from './words.ts';

interface MoreMenuProps {
  readonly isDemo: boolean;
  readonly hasProblem: boolean;
  readonly onOpenConfig: () => void;
  readonly onCopyProblem: () => void;
  readonly onSignOut: () => void;
  readonly onQuit: () => void;
}

/** What is needed rarely. */
export function MoreMenu({ isDemo, hasProblem, onOpenConfig, onCopyProblem, onSignOut, onQuit }: MoreMenuProps) {
  const words = useWords();
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={words.say('home.more')} relationship="label">
          <Button appearance="subtle" icon={<MoreHorizontal20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<Settings20Regular />} secondaryContent="Ctrl+," onClick={onOpenConfig}>
            {words.say('home.settings')}
          </MenuItem>
          {hasProblem && (
            <MenuItem icon={<ClipboardError20Regular />} onClick={onCopyProblem}>
              {words.say('menu.copyProblem')}
            </MenuItem>
          )}
          <MenuDivider />
          <MenuItem icon={<SignOut20Regular />} onClick={onSignOut}>
            {words.say(isDemo ? 'menu.leaveDemo' : 'menu.signOutShort')}
          </MenuItem>
          <MenuItem icon={<Power20Regular />} secondaryContent="Ctrl+Q" onClick={onQuit}>
            {words.say('menu.quitShort')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
