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
  ArrowUndo20Regular,
  ClipboardError20Regular,
  Info20Regular,
  Keyboard20Regular,
  MoreHorizontal20Regular,
  Power20Regular,
  Settings20Regular,
  SignOut20Regular,
} from '@fluentui/react-icons';
import { sayModifier } from './keyWords.ts';
import { useWords } from './words.ts';

interface MoreMenuProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly isDemo: boolean;
  /** Its keys go by another modifier, under another sign. */
  readonly isMac: boolean;
  /** Whether a sign alone lists the keys too. */
  readonly hasKeys: boolean;
  readonly canUndo: boolean;
  readonly hasProblem: boolean;
  readonly onUndo: () => void;
  readonly onWhy: () => void;
  readonly onKeys: () => void;
  readonly onSettings: () => void;
  readonly onCopyProblem: () => void;
  readonly onSignOut: () => void;
  readonly onQuit: () => void;
}

/** What is needed rarely. */
export function MoreMenu(props: MoreMenuProps) {
  const { isOpen, onOpen, isDemo, isMac, hasKeys, canUndo, hasProblem } = props;
  const { onUndo, onWhy, onKeys, onSettings, onCopyProblem, onSignOut, onQuit } = props;
  const words = useWords();
  const modifier = sayModifier(words, isMac);
  return (
    <Menu positioning="below-end" open={isOpen} onOpenChange={(_, { open }) => onOpen(open)}>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={words.say('home.more')} relationship="label">
          <Button appearance="subtle" icon={<MoreHorizontal20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {canUndo && (
            <MenuItem icon={<ArrowUndo20Regular />} secondaryContent={`${modifier}Z`} onClick={onUndo}>
              {words.say('menu.undo')}
            </MenuItem>
          )}
          <MenuItem icon={<Info20Regular />} onClick={onWhy}>
            {words.say('details.menu')}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<Settings20Regular />} secondaryContent={`${modifier},`} onClick={onSettings}>
            {words.say('home.settings')}
          </MenuItem>
          <MenuItem icon={<Keyboard20Regular />} secondaryContent={hasKeys ? '?' : null} onClick={onKeys}>
            {words.say('keys.title')}
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
          <MenuItem icon={<Power20Regular />} secondaryContent={`${modifier}Q`} onClick={onQuit}>
            {words.say('menu.quitShort')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
