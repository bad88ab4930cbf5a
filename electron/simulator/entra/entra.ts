import type { Reply } from '../exchange.ts';
import { demoTenantId, findPerson, type Person, personalTenantId } from '../people.ts';
import type { ProfileGate } from '../profileGate.ts';
import type { SimulatorClock } from '../simulatorClock.ts';
import type { DeviceCodes } from './deviceCodes.ts';
import type { Grants } from './grants.ts';
import type { RefusalCode } from './refusals.ts';
import { isOpenIdScope, type Scope } from './scopes.ts';

/** Where a person can be told no: on the page, when a code is exchanged, at a refresh, when a device code is asked. */
export type RefusalPlace = 'authorize' | 'exchange' | 'refresh' | 'deviceCode';

/** Where Entra ID says no, and how; only to whoever asks for one of Graph's permissions, where that is named. */
export interface StandingRefusal {
  readonly at: RefusalPlace;
  readonly code: RefusalCode;
  readonly permission?: string;
}

/** What all parts of the simulated Entra ID share. `policy` is what a test may change any time. */
export interface Entra {
  readonly clock: SimulatorClock;
  readonly clientId: string;
  readonly issuerOriginOverHttp: string;
  readonly accessTokenSeconds: number;
  readonly deviceIntervalSeconds: number;
  readonly grants: Grants;
  readonly deviceCodes: DeviceCodes;
  readonly consents: Set<string>;
  readonly gate: ProfileGate;
  readonly policy: {
    refusal: StandingRefusal | null;
    /** Graph permissions that can be granted at all; null for every one. */
    grantable: readonly string[] | null;
    isPersonalAdmitted: boolean;
  };
}

export type EntraHandler = (entra: Entra, request: EntraRequest) => Reply;

/** A request to Entra ID: its tenant segment, and the parameters of form and query. */
export interface EntraRequest {
  readonly tenant: string;
  readonly origin: string;
  readonly isCrossOrigin: boolean;
  readonly isForm: boolean;
  readonly parameters: URLSearchParams;
}

/** Whether the authority's last segment names a tenant that exists here. */
export function isKnownTenant(tenant: string): boolean {
  return [demoTenantId, personalTenantId, 'organizations', 'common', 'consumers'].includes(tenant);
}

/** Who issues tokens here. MSAL wants it to be the authority's origin, which is https. */
export function issuerOriginOf(entra: Entra, origin: string): string {
  return origin.startsWith('https:') ? origin : entra.issuerOriginOverHttp;
}

/** The permissions of these that the organisation lets anybody grant. */
export function grantableScopes(entra: Entra, scopes: readonly Scope[]): Scope[] {
  const { grantable } = entra.policy;
  return scopes.filter((scope) => grantable === null || isOpenIdScope(scope) || grantable.includes(scope.name));
}

/** The permissions that this person has not yet allowed this app. */
export function missingConsents(entra: Entra, person: Person, scopes: readonly Scope[]): Scope[] {
  return scopes.filter((scope) => !entra.consents.has(consentKey(entra, person, scope)));
}

export function giveConsent(entra: Entra, person: Person, scopes: readonly Scope[]): void {
  for (const scope of scopes) entra.consents.add(consentKey(entra, person, scope));
}

function consentKey(entra: Entra, person: Person, scope: Scope): string {
  return `${entra.clientId} ${person.oid} ${scope.name}`;
}

/** The person that a hint means, if it means anybody here. */
export function hintedPerson(parameters: URLSearchParams): Person | undefined {
  const hint = parameters.get('login_hint');
  return hint === null ? undefined : findPerson(hint);
}
