import { createCustomFocusIndicatorStyle, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

/** The look of a card's row: the part that opens a page, with a title and a caption, in three lines each at most. */
export const useCardRow = makeStyles({
  row: { display: 'flex', alignItems: 'center' },
  open: {
    display: 'flex',
    flexGrow: 1,
    minWidth: 0,
    minHeight: '52px',
    alignItems: 'center',
    gap: '12px',
    padding: '6px 4px 6px 12px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusXLarge,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    outlineStyle: 'none',
    ...createCustomFocusIndicatorStyle({ outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' }),
  },
  sign: { display: 'flex', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  texts: { display: 'block', flexGrow: 1, minWidth: 0 },
  line: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  title: typographyStyles.body1,
  caption: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  danger: { color: tokens.colorStatusDangerForeground3 },
});
