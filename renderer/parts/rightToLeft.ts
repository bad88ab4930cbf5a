/** In styles: where one reads from right to left. Griffel takes a selector that begins with `[` for one of the element. */
export const rightToLeft = ':is([dir="rtl"] *)';
