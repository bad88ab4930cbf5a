import { randomUUID } from 'node:crypto';
import type { Words } from '#contract/words.ts';
import type { Service, ServiceFor } from './commands/service.ts';
import type { Config } from './config.ts';
import { createGraphClient } from './graph/client.ts';
import { loadOnce } from './loadOnce.ts';
import type { Clock, Fetch, Log, OpenBrowser, TokenStore } from './ports.ts';

export interface ServiceParts {
  readonly config: Config;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly words: Words;
  readonly openBrowser: OpenBrowser;
  readonly tokenStore: TokenStore;
  readonly looks: () => number;
}

const permissions = ['Presence.Read', 'Presence.ReadWrite'];
const mailboxPermissions = ['MailboxSettings.ReadWrite'];
const timeLimitMilliseconds = 10_000;
/** Minutes at Microsoft; nobody waits so long for a demo. */
const demoMailboxDelay = 20_000;
const microsoftGraphs = ['https://graph.microsoft.com', 'https://graph.microsoft.us', 'https://dod-graph.microsoft.us'];

/**
 * Makes the two Microsoft 365s there are to talk to. Sign-in library and simulator are large, so each is loaded when
 * it is first needed: the icon stands in the tray before.
 */
export function createServices(parts: ServiceParts): ServiceFor {
  const microsoft = loadOnce(() => createMicrosoft(parts));
  const demo = loadOnce(() => createDemo(parts));
  return (state) => (state.isDemo ? demo() : microsoft());
}

async function createMicrosoft(parts: ServiceParts): Promise<Service> {
  const { createAuth } = await import('./auth/auth.ts');
  const { clientId, authority, graphUrl } = parts.config;
  const scopes = graphScopes(graphUrl, permissions);
  const mailboxScopes = graphScopes(graphUrl, mailboxPermissions);
  const auth = createAuth({ ...parts, clientId, authority, scopes, mailboxScopes, say: parts.words.say });
  // Approves all that is registered; the newer link would need a redirect, and names what it approves.
  const url = `${authority}/adminconsent?client_id=${clientId}`;
  const adminConsent = { url, scopes: permissions, mailboxScopes: mailboxPermissions };
  return { auth, graph: graphOf(parts, auth), clientId, adminConsent };
}

/** The same sign-in and the same requests, against the built-in service. Its tokens live and die with the program. */
async function createDemo(parts: ServiceParts): Promise<Service> {
  const [{ createAuth }, { startSimulator }] = await Promise.all([
    import('./auth/auth.ts'),
    import('./simulator/simulator.ts'),
  ]);
  const { authority, authorityMetadata, clientId, graphUrl, visit } = await startSimulator({
    mailboxDelayMilliseconds: demoMailboxDelay,
  });
  const config: Config = { ...parts.config, clientId, authority, graphUrl };
  const demoParts: ServiceParts = { ...parts, config, openBrowser: visit, tokenStore: forgetfulStore };
  const scopes = graphScopes(graphUrl, permissions);
  const mailboxScopes = graphScopes(graphUrl, mailboxPermissions);
  const auth = createAuth({
    ...{ ...demoParts, clientId, authority, authorityMetadata, scopes, mailboxScopes },
    say: parts.words.say,
  });
  return { auth, graph: graphOf(demoParts, auth), clientId, adminConsent: null };
}

function graphOf({ config, fetch, clock, log }: ServiceParts, { getToken, owner }: Service['auth']): Service['graph'] {
  const baseUrl = `${config.graphUrl.replace(/\/$/, '')}/${config.graphVersion}`;
  return createGraphClient({
    ...{ baseUrl, fetch, clock, log, getToken, owner, timeLimitMilliseconds },
    newRequestId: randomUUID,
  });
}

/** Permissions belong to a cloud's Graph; a Graph on another host (a test's, a gateway's) stands for the global one. */
function graphScopes(graphUrl: string, names: readonly string[]): readonly string[] {
  const { origin } = new URL(graphUrl);
  const resource = microsoftGraphs.includes(origin) ? origin : microsoftGraphs[0];
  return names.map((permission) => `${resource}/${permission}`);
}

const forgetfulStore: TokenStore = {
  load: async () => ({ text: '', loss: null }),
  save: async () => 'memory',
  wipe: async () => true,
};
