import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Words } from '#contract/words.ts';

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
export function redirectPage(say: Words['say'], isSignedIn: boolean): string {
  const title = escaped(say('app.name'));
  const sentence = escaped(say(isSignedIn ? 'browser.done' : 'browser.failed'));
  const root = `<html lang="${escaped(say('app.language'))}" dir="${escaped(say('app.direction'))}">`;
  return `<!doctype html>${root}<meta charset="utf-8"><title>${title}</title><style>${style}</style><h1>${title}</h1><p>${sentence}</p></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
