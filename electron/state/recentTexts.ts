const keptTexts = 5;

/** The newest text first, each once. */
export function withRecent(recent: readonly string[], text: string): readonly string[] {
  return text === '' ? recent : [text, ...recent.filter((known) => known !== text)].slice(0, keptTexts);
}
