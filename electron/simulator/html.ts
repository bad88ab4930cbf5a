/** The signs of HTML's own and how they are written, first the one with which the others are written. */
const written = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
] as const;

/** Text as it stands in HTML. */
export function escapeHtml(text: string): string {
  return written.reduce((html, [sign, name]) => html.replaceAll(sign, name), text);
}

/** The text that `escapeHtml` was given. */
export function unescapeHtml(html: string): string {
  return written.reduceRight((text, [sign, name]) => text.replaceAll(name, sign), html);
}

/** What a person reads of simple HTML, or null when that is nothing. */
export function textOfHtml(html: string): string | null {
  const lines = html.replace(/\s*\n\s*/g, ' ').replace(/<br ?\/?> ?/g, '\n');
  const text = unescapeHtml(lines.replace(/<[^>]*>/g, '').replaceAll('&nbsp;', ' ')).trim();
  return text === '' ? null : text;
}
