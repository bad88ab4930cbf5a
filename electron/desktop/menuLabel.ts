/** Electron takes a single `&` for the mark of a key, and shows none. */
export function menuLabel(text: string): string {
  return text.replaceAll('&', '&&');
}
