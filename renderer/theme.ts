import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from '@fluentui/react-components';

/** Indigo: the only family of hues that no presence uses, and not the purple of Teams. */
const indigo: BrandVariants = {
  10: '#04030f',
  20: '#14142f',
  30: '#1d1f52',
  40: '#252a72',
  50: '#2d3590',
  60: '#3742ac',
  70: '#4350c3',
  80: '#5060d6',
  90: '#6171e2',
  100: '#7382ea',
  110: '#8693f0',
  120: '#99a4f4',
  130: '#acb5f7',
  140: '#bfc6fa',
  150: '#d2d7fc',
  160: '#e5e8fd',
};

const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, 'Inter', 'Noto Sans', sans-serif";

export const lightTheme: Theme = { ...createLightTheme(indigo), fontFamilyBase };

export const darkTheme: Theme = {
  ...createDarkTheme(indigo),
  fontFamilyBase,
  colorBrandForeground1: indigo[120],
  colorBrandForegroundLink: indigo[120],
  colorBrandForeground2: indigo[130],
};
