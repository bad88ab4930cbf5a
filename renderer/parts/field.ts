import { makeStyles, tokens } from '@fluentui/react-components';

/** The look of the fields on the home page: small labels, and room to share a row. */
export const useSmallField = makeStyles({
  field: {
    minWidth: 0,
    height: '100%',
    gridTemplateRows: 'auto 1fr',
    '& label': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  },
  dropdown: { minWidth: 0 },
});
