import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';

const style =
  ':root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;display:grid;place-content:center;' +
  'min-height:90vh;margin:0 1.5rem;text-align:center}h1{font-size:1.25rem}';
const styleHash = createHash('sha256').update(style).digest('base64');

/** Headers of every answer that a browser gets from us: nothing runs, nothing is kept, nothing is embedded. */
export const redirectHeaders: OutgoingHttpHeaders = {
  connection: 'close',
  'cache-control': 'no-store',
  'content-security-policy':
    `default-src 'none'; style-src 'sha256-${styleHash}'; ` +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The page that ends a sign-in in the browser. */
export function redirectPage(title: string, sentence: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style><h1>${escaped(title)}</h1><p>${escaped(sentence)}</p></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
