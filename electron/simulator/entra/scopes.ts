const openIdScopes = ['openid', 'profile', 'email', 'offline_access'];
const graphScopes = [
  'User.Read',
  'Presence.Read',
  'Presence.Read.All',
  'Presence.ReadWrite',
  'MailboxSettings.Read',
  'MailboxSettings.ReadWrite',
];

const graphRoots = ['https://graph.microsoft.com', 'https://graph.microsoft.us', 'https://dod-graph.microsoft.us'];

/** A permission: its own name, and the text that the client used for it, which Entra ID echoes. */
export interface Scope {
  readonly name: string;
  readonly asked: string;
}

/** What the consent page says a permission allows. */
export const scopeMeanings: Readonly<Record<string, string>> = {
  openid: 'Sign you in',
  profile: 'View your basic profile',
  email: 'View your email address',
  offline_access: 'Maintain access to data you have given it access to',
  'User.Read': 'Read your profile',
  'Presence.Read': 'Read your presence information',
  'Presence.Read.All': 'Read presence information of all users in your organization',
  'Presence.ReadWrite': 'Read and write your presence information',
  'MailboxSettings.Read': 'Read your mailbox settings',
  'MailboxSettings.ReadWrite': 'Read and write your mailbox settings',
};

export type ScopeAnswer =
  | { readonly isKnown: true; readonly scopes: readonly Scope[] }
  | { readonly isKnown: false; readonly unknown: string };

/** Reads a scope parameter. Graph's permissions may be written short, or as a URL on a Graph root or this server. */
export function parseScopes(text: string, ownOrigin: string): ScopeAnswer {
  const scopes: Scope[] = [];
  for (const asked of text.split(/\s+/).filter((word) => word !== '')) {
    const name = findScope(asked, ownOrigin);
    if (name === undefined) return { isKnown: false, unknown: asked };
    if (!scopes.some((scope) => scope.name === name)) scopes.push({ name, asked });
  }
  return { isKnown: true, scopes };
}

function findScope(asked: string, ownOrigin: string): string | undefined {
  const root = [...graphRoots, ownOrigin].find((candidate) => asked.startsWith(`${candidate}/`));
  if (root === undefined) return [...openIdScopes, ...graphScopes].find((name) => isSame(name, asked));
  return graphScopes.find((name) => isSame(name, asked.slice(root.length + 1)));
}

function isSame(name: string, asked: string): boolean {
  return name.toLowerCase() === asked.toLowerCase();
}

/** Whether this is one of OpenID Connect's own scopes, which no administrator can withhold here. */
export function isOpenIdScope(scope: Scope): boolean {
  return openIdScopes.includes(scope.name);
}
