/**
 * Somebody who can sign in to the simulator.
 *
 * Shape: `oid` is the object id in the tenant `tid`, and the id of the person's presence.
 */
export interface Person {
  readonly oid: string;
  readonly tid: string;
  readonly name: string;
  readonly username: string;
}

/** The one organisation of the simulator. */
export const demoTenantId = '3b1f7a52-0c4e-4d8b-9a67-5e2d8f10c4b9';

/** The app registration that the simulator knows unless told another: a public client with http://localhost. */
export const demoClientId = 'c1a7e6d2-93b4-4f58-8e0c-7d2b6a915f30';

/** Where every personal Microsoft account lives. Source: id-token-claims-reference, claim `tid`. */
export const personalTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** The demo people: two colleagues, and a personal account that Microsoft 365 presence does not exist for. */
export const people = {
  mira: {
    oid: '5b8d4c1e-6f2a-4d90-8a7b-3c1e9f0d2b64',
    tid: demoTenantId,
    name: 'Mira Kovač',
    username: 'mira@contoso.com',
  },
  jonas: {
    oid: 'a94f2d07-1c3b-4e86-b5d2-7f60c8e91a35',
    tid: demoTenantId,
    name: 'Jonas Weber',
    username: 'jonas@contoso.com',
  },
  personal: {
    oid: '00000000-0000-0000-52c9-4e1fa0b7d368',
    tid: personalTenantId,
    name: 'Mira (private)',
    username: 'mira.kovac@outlook.example',
  },
} as const satisfies Record<string, Person>;

/** Everybody, in the order of the account page. */
export const everybody: readonly Person[] = Object.values(people);

/** Whether this is a personal Microsoft account. */
export function isPersonal(person: Person): boolean {
  return person.tid === personalTenantId;
}

/** Finds a person by object id or, as a sign-in page does, by sign-in name. */
export function findPerson(idOrUsername: string): Person | undefined {
  const wanted = idOrUsername.toLowerCase();
  return everybody.find((person) => person.oid === wanted || person.username === wanted);
}
