/** Text as it stands in HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** The text that `escapeHtml` was given. */
export function unescapeHtml(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** What a person reads of simple HTML, or null when that is nothing. */
export function textOfHtml(html: string): string | null {
  const lines = html.replace(/\s*\n\s*/g, ' ').replace(/<br ?\/?> ?/g, '\n');
  const text = unescapeHtml(lines.replace(/<[^>]*>/g, '').replaceAll('&nbsp;', ' ')).trim();
  return text === '' ? null : text;
}
