import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBrowser, type VisitAnswer } from './browser.ts';
import { createDeviceCodes } from './entra/deviceCodes.ts';
import { openIdConfiguration } from './entra/discovery.ts';
import type { Entra, StandingRefusal } from './entra/entra.ts';
import { createGrants } from './entra/grants.ts';
import { createListener } from './listener.ts';
import { demoClientId, demoTenantId, type Person, people } from './people.ts';
import { createProfileGate } from './profileGate.ts';
import { type ProfileChoice, profilesOf } from './profiles.ts';
import { type RecordedPage, type RecordedRequest, type RecordedSignIn, record } from './records.ts';
import { createSimulatorClock, type SimulatorClock } from './simulatorClock.ts';
import { createTenant } from './tenant.ts';
import { createWorld, type World } from './world.ts';

export interface SimulatorOptions {
  readonly clientId?: string;
  readonly clock?: SimulatorClock;
  readonly profile?: ProfileChoice;
  /** How long an access token is good. Default 3599, as at Entra ID. */
  readonly accessTokenSeconds?: number;
  /** How often a device-code sign-in may poll. Default 5, as at Entra ID. */
  readonly deviceIntervalSeconds?: number;
  /** After how long a presence shows what has changed in the mailbox. Default 0; Microsoft says that it can be minutes. */
  readonly mailboxDelayMilliseconds?: number;
  /** The PEM of the certificate that `visit` trusts, where the listener is mounted in a server of https. */
  readonly certificate?: string;
}

/** A Microsoft 365 of one's own: Entra ID and Graph for two colleagues, and the hands of a test on both. */
export interface SimulatorCore extends World {
  /** Serves Graph below /beta and /v1.0 and Entra ID below /{tenant}; to be mounted in any server of Node's. */
  readonly listener: RequestListener;
  readonly clientId: string;
  readonly tenantId: string;
  readonly clock: SimulatorClock;
  readonly people: typeof people;
  /** Every Graph request, in the order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Every request to Entra ID, in the order of arrival. */
  readonly signIns: readonly RecordedSignIn[];
  /** The pages on which the demo person's browser ended. */
  readonly pages: readonly RecordedPage[];
  /** How the tenant answers from now on. Of several profiles the first that decides is heard; changes add up. */
  setProfile(profile: ProfileChoice): void;
  /** Makes Entra ID say no at a place from now on; null makes it say yes again. */
  setRefusal(refusal: StandingRefusal | null): void;
  /** Which of Graph's permissions can be granted from now on; null for all. A sign-in that asks more gets less. */
  setGrantable(scopes: readonly string[] | null): void;
  /** Lets personal accounts in by every authority, as one with `common` would. */
  admitPersonalAccounts(): void;
  /** Withdraws the tokens given out so far. */
  revokeTokens(person?: Person): void;
  /** The demo person's browser: follows the page to the end, as `answer` says. */
  visit(url: string, answer?: VisitAnswer): Promise<void>;
}

export interface Simulator extends SimulatorCore {
  readonly origin: string;
  readonly graphUrl: string;
  /** An authority of https, which MSAL wants; its host exists nowhere and is never asked. */
  readonly authority: string;
  /** For MSAL's `authorityMetadata`, so that it finds the endpoints on `origin`. */
  readonly authorityMetadata: string;
  close(): Promise<void>;
}

const demoAuthorityOrigin = 'https://demo.invalid';

/** Makes a simulator that listens nowhere yet. */
export function createSimulator(options: SimulatorOptions = {}): SimulatorCore {
  const clock = options.clock ?? createSimulatorClock();
  const clientId = options.clientId ?? demoClientId;
  const grants = createGrants(clock);
  const tenant = createTenant(clock, options.mailboxDelayMilliseconds);
  const gate = createProfileGate(clock);
  const requests: RecordedRequest[] = [];
  const signIns: RecordedSignIn[] = [];
  const pages: RecordedPage[] = [];
  const entra: Entra = {
    clock,
    clientId,
    issuerOriginOverHttp: demoAuthorityOrigin,
    accessTokenSeconds: options.accessTokenSeconds ?? 3599,
    deviceIntervalSeconds: options.deviceIntervalSeconds ?? 5,
    grants,
    deviceCodes: createDeviceCodes(clock),
    consents: new Set(),
    gate,
    policy: { refusal: null, grantable: null, isPersonalAdmitted: false },
  };

  function setProfile(choice: ProfileChoice): void {
    const chosen = profilesOf(choice);
    gate.set(chosen);
    for (const { name, suberror } of chosen) if (name === 'refreshRevoked') grants.revoke(undefined, suberror);
  }
  setProfile(options.profile ?? 'acceptsAndShows');

  return {
    ...createWorld(tenant, clock),
    listener: createListener(entra, { clock, grants, tenant, gate, requests }, signIns),
    clientId,
    tenantId: demoTenantId,
    clock,
    people,
    requests,
    signIns,
    pages,
    setProfile,
    setRefusal(refusal) {
      entra.policy.refusal = refusal;
    },
    setGrantable(scopes) {
      entra.policy.grantable = scopes;
    },
    admitPersonalAccounts() {
      entra.policy.isPersonalAdmitted = true;
    },
    revokeTokens: (person) => grants.revoke(person),
    visit: createBrowser(options.certificate, (page) => record(pages, page)),
  };
}

/** Makes a simulator and lets it listen on a free loopback port. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const core = createSimulator(options);
  const server = createServer(core.listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...core,
    origin,
    graphUrl: origin,
    authority: `${demoAuthorityOrigin}/${demoTenantId}`,
    authorityMetadata: JSON.stringify(openIdConfiguration(origin, demoAuthorityOrigin, demoTenantId)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
