import { randomUUID } from 'node:crypto';
import { escapeHtml } from '../html.ts';

/** What kind of page this is, for the demo person's browser. */
export type PageKind = 'accounts' | 'consent' | 'formPost' | 'device' | 'message';

/** Builds a whole page of the simulator. `body` is HTML already; `script` runs when the page is there. */
export function page(kind: PageKind, title: string, body: readonly string[], script?: string): string {
  const nonce = randomUUID();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)} · Demo · Microsoft 365 simulator</title>
<style nonce="${nonce}">${style}</style>
</head>
<body data-page="${kind}">
<header>Demo · Microsoft 365 simulator</header>
<main>
<h1>${escapeHtml(title)}</h1>
${body.join('\n')}
</main>
<footer>This page is part of the demo on this computer. It is not Microsoft’s, and nothing leaves this computer.</footer>
${script === undefined ? '' : `<script nonce="${nonce}">${script}</script>`}
</body>
</html>`;
}

/** A form that posts hidden fields and what is pressed, to the same address unless told another. */
export function form(
  hidden: Readonly<Record<string, string>>,
  content: readonly string[],
  action: string | null = null,
): string {
  const fields = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const where = action === null ? '' : ` action="${escapeHtml(action)}"`;
  return `<form method="post"${where}>\n${[...fields, ...content].join('\n')}\n</form>`;
}

/** A submit button. `label` is HTML already. */
export function button(name: string, value: string, label: string, look = 'plain'): string {
  return `<button class="${look}" name="${name}" value="${value}">${label}</button>`;
}

const style = `
:root { color-scheme: light dark; --ground: #f3f2f7; --sheet: #fff; --ink: #242424; --quiet: #616161;
  --line: #d6d6d6; --accent: #5b5fc7; --on-accent: #fff; --warn: #a4262c; }
@media (prefers-color-scheme: dark) { :root { --ground: #141414; --sheet: #292929; --ink: #fff; --quiet: #adadad;
  --line: #525252; --accent: #9299f7; --on-accent: #16161d; --warn: #f1707b; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center;
  justify-content: center; gap: 16px; padding: 24px 16px; background: var(--ground); color: var(--ink);
  font: 15px/1.45 "Segoe UI", system-ui, sans-serif; }
header { padding: 4px 14px; border: 1px solid var(--accent); border-radius: 999px; color: var(--accent);
  font-weight: 600; }
main { width: min(440px, 100%); padding: 32px; border-radius: 8px; background: var(--sheet);
  box-shadow: 0 2px 12px rgb(0 0 0 / .18); overflow-wrap: anywhere; }
h1 { margin: 0 0 12px; font-size: 24px; line-height: 1.25; font-weight: 600; }
footer { max-width: 440px; color: var(--quiet); font-size: 13px; text-align: center; }
ul { padding-left: 20px; } code { color: var(--quiet); font-size: 12px; }
button { min-height: 34px; padding: 4px 20px; border: 1px solid var(--line); border-radius: 4px;
  background: transparent; color: inherit; font: inherit; cursor: pointer; }
button:hover { border-color: var(--accent); }
button:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
button.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
button.account { display: block; width: 100%; margin: 8px 0; padding: 10px 14px; text-align: left; }
button.account b, button.account span { display: block; } button.account span { color: var(--quiet); }
.row { display: flex; justify-content: flex-end; gap: 8px; margin-top: 20px; }
label { display: block; } input:not([type=hidden]) { width: 100%; margin-top: 6px; padding: 8px 10px;
  border: 1px solid var(--line); border-radius: 4px; background: transparent; color: inherit; font: 18px monospace;
  letter-spacing: .12em; text-transform: uppercase; }
.complaint { color: var(--warn); }
`;
