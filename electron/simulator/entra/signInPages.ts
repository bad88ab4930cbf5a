import { escapeHtml } from '../html.ts';
import { everybody, isPersonal, type Person } from '../people.ts';
import { button, form, page } from './page.ts';
import { type Scope, scopeMeanings } from './scopes.ts';

/** The page that asks who is signing in. A hinted person stands first. */
export function accountPage(query: string, hinted: Person | undefined): string {
  const people = hinted === undefined ? everybody : [hinted, ...everybody.filter((person) => person !== hinted)];
  return page('accounts', 'Pick an account', [
    '<p>Nobody’s real account: these people exist in this demo only.</p>',
    form({ request: query }, [...people.map(accountButton), cancelButton]),
  ]);
}

/** The page that asks whether the app may have these permissions. */
export function consentPage(query: string, person: Person, scopes: readonly Scope[]): string {
  const meanings = scopes.map(({ name }) => `<li>${escapeHtml(scopeMeanings[name] ?? name)} <code>${name}</code></li>`);
  return page('consent', 'Permissions requested', [
    `<p>${escapeHtml(person.username)}</p><p>The app would like to:</p><ul>${meanings.join('')}</ul>`,
    form({ request: query, account: person.oid }, [
      '<div class="row">',
      button('consent', 'declined', 'Cancel'),
      button('consent', 'accepted', 'Accept', 'primary'),
      '</div>',
    ]),
  ]);
}

/** The page that sends its fields on to the app by itself, as `response_mode=form_post` says. */
export function formPostPage(redirectUri: string, fields: Readonly<Record<string, string>>): string {
  return page(
    'formPost',
    'Going back to the app',
    [form(fields, ['<button class="primary">Continue</button>'], redirectUri)],
    'document.forms[0].submit()',
  );
}

/** The page on which the code of another device is typed. */
export function deviceCodePage(complaint: string | null): string {
  return page('device', 'Enter code to allow access', [
    '<p>Type the code that the app shows.</p>',
    complaint === null ? '' : `<p class="complaint" role="alert">${escapeHtml(complaint)}</p>`,
    form({}, [
      '<label>Code <input name="user_code" autocomplete="off" autofocus required></label>',
      '<div class="row"><button class="primary">Next</button></div>',
    ]),
  ]);
}

/** The page that asks who is signing in on the other device. */
export function deviceAccountPage(userCode: string): string {
  return page('accounts', 'Sign in on another device', [
    '<p>Continue only if you asked for this code yourself.</p>',
    form({ user_code: userCode }, [...everybody.map(accountButton), cancelButton]),
  ]);
}

/** A page that only says something. */
export function messagePage(title: string, text: string): string {
  return page('message', title, [`<p>${escapeHtml(text)}</p>`]);
}

const cancelButton = `<div class="row">${button('cancel', '1', 'Cancel')}</div>`;

function accountButton(person: Person): string {
  const kind = isPersonal(person) ? ' · personal account' : '';
  const label = `<b>${escapeHtml(person.name)}</b><span>${escapeHtml(person.username)}${kind}</span>`;
  return button('account', person.oid, label, 'account');
}
