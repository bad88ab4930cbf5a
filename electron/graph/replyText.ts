import { Parser } from 'htmlparser2';
import type { ReplyText } from '#contract/automaticReplies.ts';

/** What holds a text together without saying anything about its looks. */
const plainTags = ['html', 'head', 'meta', 'title', 'body', 'div', 'p', 'br'];
/** What stands on lines of its own. */
const block = ['p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote'];
/** What such an element contains is no text for people. */
const silent = ['head', 'script', 'style', 'title', 'noscript', 'template', 'object', 'iframe'];

/**
 * Reads a reply as the mailbox has it: a whole HTML document, also where somebody wrote plain text.
 *
 * Shape: `text` is what a person would read of it, line by line. It is text and nothing else: it never becomes HTML
 * again without being escaped.
 */
export function readReplyText(html: string): ReplyText {
  const lines: string[] = [];
  let line = '';
  let isFormatted = false;
  let silence = 0;
  const endLine = () => {
    lines.push(line.trimEnd());
    line = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!plainTags.includes(name) || (name !== 'meta' && hasLooks(attributes))) isFormatted = true;
      if (silent.includes(name)) silence += 1;
      if (silence > 0) return;
      if (name === 'br' || (block.includes(name) && line !== '')) endLine();
      if (name === 'li') line = '• ';
    },
    ontext(part) {
      if (silence > 0) return;
      const collapsed = part.replace(/[ \t\r\n\f]+/g, ' ');
      line += line === '' || line.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed;
    },
    onclosetag(name) {
      if (silent.includes(name)) silence -= 1;
      else if (silence === 0 && block.includes(name) && line !== '') endLine();
    },
  });
  parser.end(html);
  endLine();
  return { html, text: withoutEdges(lines.join('\n').replaceAll('\u00a0', ' ')), isFormatted };
}

/** A document begins and ends with lines that nobody wrote; the spaces of the first line somebody did. */
function withoutEdges(text: string): string {
  return text.replace(/^(?: *\n)+/, '').trimEnd();
}

/** Direction and language change nothing that plain text would lose. */
function hasLooks(attributes: Readonly<Record<string, string>>): boolean {
  return Object.keys(attributes).some((name) => name !== 'dir' && name !== 'lang');
}

/** Plain text as a reply: nothing in it is taken for HTML, and its lines stay lines. */
export function writeReplyText(text: string): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
  return escaped
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^ /, '&nbsp;').replaceAll('  ', ' &nbsp;'))
    .join('<br>\n');
}
