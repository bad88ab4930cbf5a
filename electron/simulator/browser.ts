import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { unescapeHtml } from './html.ts';
import type { Person } from './people.ts';
import type { RecordedPage } from './records.ts';

/**
 * What the demo person does on the pages that open.
 *
 * Shape: without `person` the first account of the page is picked, which is the hinted one. `consent` goes all the
 * way, `deny` presses Cancel on the first page, `decline` picks the account and refuses the permissions where they
 * are asked, `close` looks and leaves. `userCode` is typed where a device code is wanted.
 */
export interface VisitAnswer {
  readonly person?: Person;
  readonly outcome?: 'consent' | 'deny' | 'decline' | 'close';
  readonly userCode?: string;
}

interface Page {
  readonly url: URL;
  readonly status: number;
  readonly body: string;
}

type Fields = Readonly<Record<string, string>>;

// Account, consent, form_post, the app's page: no honest visit is longer.
const stepLimit = 8;

/**
 * Makes the browser of the demo person, which follows the simulator's pages as a real one would.
 *
 * Shape: `certificate` is the PEM of an authority's own certificate. `landed` gets the page on which a visit ended.
 * Problems: rejects when a page cannot be reached.
 */
export function createBrowser(certificate: string | undefined, landed: (page: RecordedPage) => void) {
  return async function visit(url: string, answer: VisitAnswer = {}): Promise<void> {
    let page = await load(new URL(url), certificate);
    for (let step = 0; step < stepLimit; step += 1) {
      const fields = answer.outcome === 'close' ? undefined : fill(page, answer);
      if (fields === undefined) break;
      const action = /<form[^>]*\saction="([^"]*)"/.exec(page.body)?.[1];
      const target = action === undefined ? page.url : new URL(unescapeHtml(action), page.url);
      page = await load(target, certificate, { fields, from: page.url.origin });
    }
    landed({ url: page.url.origin + page.url.pathname, status: page.status, body: page.body });
  };
}

/** What is sent from a page, or nothing where the visit is over. */
function fill(page: Page, answer: VisitAnswer): Fields | undefined {
  const kind = /<body data-page="(\w+)">/.exec(page.body)?.[1];
  const hidden = hiddenFields(page.body);
  if (kind === 'formPost') return hidden;
  if (kind === 'device') return answer.userCode === undefined ? undefined : { user_code: answer.userCode };
  if (kind === 'accounts' && answer.outcome === 'deny') return { ...hidden, cancel: '1' };
  if (kind === 'accounts') return { ...hidden, account: answer.person?.oid ?? firstAccount(page.body) };
  if (kind !== 'consent') return undefined;
  const isRefused = answer.outcome === 'deny' || answer.outcome === 'decline';
  return { ...hidden, consent: isRefused ? 'declined' : 'accepted' };
}

function hiddenFields(html: string): Fields {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [unescapeHtml(name), unescapeHtml(value)]));
}

function firstAccount(html: string): string {
  return /name="account" value="([^"]*)"/.exec(html)?.[1] ?? '';
}

function load(
  url: URL,
  certificate: string | undefined,
  post?: { readonly fields: Fields; readonly from: string },
): Promise<Page> {
  const body = post === undefined ? undefined : new URLSearchParams(post.fields).toString();
  const options = {
    method: post === undefined ? 'GET' : 'POST',
    // A browser tries both loopback addresses for localhost; the servers here listen on this one.
    host: url.hostname === 'localhost' ? '127.0.0.1' : url.hostname,
    port: url.port === '' ? undefined : Number(url.port),
    path: url.pathname + url.search,
    agent: false,
    servername: url.hostname,
    ca: certificate,
    headers: {
      Host: url.host,
      Accept: 'text/html',
      'User-Agent': 'Mozilla/5.0 (demo person)',
      ...(post === undefined
        ? {}
        : { Origin: post.from, 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Mode': 'navigate' }),
      ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
    },
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ url, status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}
