import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { TextBulletListSquare20Regular } from '@fluentui/react-icons';
import type { KeptTexts } from '#contract/outOfOfficeState.ts';
import { useWords } from '../parts/words.ts';
import { useOpenWhileSeen } from './useOpenWhileSeen.ts';

const useStyles = makeStyles({
  popover: { maxWidth: '320px' },
  text: { display: 'block', maxWidth: '270px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface TextsMenuProps {
  readonly text: string;
  readonly texts: KeptTexts;
  readonly onText: (text: string) => void;
  readonly onInsertEnd: () => void;
  readonly onKeep: (isFavourite: boolean) => void;
}

/** Texts for another time: take one, keep this one, name the end. */
export function TextsMenu({ text, texts, onText, onInsertEnd, onKeep }: TextsMenuProps) {
  const styles = useStyles();
  const words = useWords();
  const [isOpen, setIsOpen] = useOpenWhileSeen();
  const isFavourite = texts.favourite.includes(text);
  return (
    <Menu open={isOpen} onOpenChange={(_, { open }) => setIsOpen(open)}>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<TextBulletListSquare20Regular />}>
          {words.say('outOfOffice.texts')}
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          <MenuItem onClick={onInsertEnd}>{words.say('outOfOffice.texts.end')}</MenuItem>
          {text.trim() !== '' && (
            <MenuItem onClick={() => onKeep(!isFavourite)}>
              {words.say(isFavourite ? 'outOfOffice.texts.remove' : 'outOfOffice.texts.add')}
            </MenuItem>
          )}
          {(['favourite', 'recent'] as const).map((kind) => (
            <Group key={kind} heading={words.say(`outOfOffice.texts.${kind}`)} texts={texts[kind]} onText={onText} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

interface GroupProps {
  readonly heading: string;
  readonly texts: readonly string[];
  readonly onText: (text: string) => void;
}

function Group({ heading, texts, onText }: GroupProps) {
  const styles = useStyles();
  if (texts.length === 0) return null;
  return (
    <>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{heading}</MenuGroupHeader>
        {texts.map((each) => (
          <MenuItem key={each} title={each} onClick={() => onText(each)}>
            <span className={styles.text}>{each}</span>
          </MenuItem>
        ))}
      </MenuGroup>
    </>
  );
}
