import { makeStyles } from '@fluentui/react-components';

const grey = {
  backgroundColor: 'GrayText',
  color: 'Canvas',
  borderTopColor: 'GrayText',
  borderRightColor: 'GrayText',
  borderBottomColor: 'GrayText',
  borderLeftColor: 'GrayText',
};

/** A button that is pressed and locked: where colours are forced, Fluent writes grey on the highlight, which hides it. */
export const useLockedToggle = makeStyles({
  locked: {
    '@media (forced-colors: active)': {
      ...grey,
      ':hover': grey,
      ':hover:active,:active:focus-visible': grey,
      '& .fui-Button__icon, & svg': { color: 'inherit', forcedColorAdjust: 'inherit' },
    },
  },
});
