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

/** Fields by two, as long as there is room for two beside the settings' pages. */
export const usePair = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    alignItems: 'start',
    gap: '12px',
    '@media (max-width: 660px)': { gridTemplateColumns: '1fr' },
  },
});
