import type { Problem } from '#contract/problem.ts';

/**
 * How Entra ID says no, from its token endpoint or through the browser.
 *
 * Shape: `error` is OAuth's word, `number` the digits of the AADSTS code; `claims` is what the next sign-in must
 * ask for, as JSON text. No message: it names people.
 * Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export interface EntraRefusal {
  readonly error: string;
  readonly suberror: string | null;
  readonly number: string | null;
  readonly claims: string | null;
  readonly requestId: string | null;
}

type Verdict =
  | 'denied'
  | 'consent'
  | 'adminConsent'
  | 'blocked'
  | 'personal'
  | 'foreign'
  | 'misconfigured'
  | 'unavailable'
  | 'expired';

/** What a number means where OAuth's word says less, or something else. */
const numbers: Record<Exclude<Verdict, 'expired'>, readonly string[]> = {
  denied: ['65004'],
  consent: ['65001'],
  adminConsent: ['90094', '90095', '900941', '900942'],
  blocked: [
    ...['53000', '53001', '53002', '53003', '53004', '53009', '53010', '53011', '530001', '530002', '530003'],
    ...['530021', '530031', '530032', '530034', '530035', '50001001', '50105', '50053', '50057', '50131', '50177'],
    ...['500014', '500212', '500213', '500571', '7000112', '50005', '50178', '54000', '90123', '1000031'],
    // A network that lets people sign in to some organisations only.
    ...['50002', '500021', '500022'],
  ],
  personal: ['500200', '500207', '500208'],
  // A colleague's of another organisation as well as a personal one, where the registration is for one tenant.
  foreign: ['50020', '16000', '16003', '50014', '50034', '51004', '90072'],
  misconfigured: [
    ...['50011', '50194', '500011', '500113', '65002', '65005', '70001', '70011', '90002', '90009', '90014', '90023'],
    ...['90124', '90130', '900021', '900023', '900144', '900971', '650052', '650053', '650054', '650056', '650057'],
    ...['700016', '700025', '700038', '700051', '700054', '700056', '7000215', '7000218', '9002313', '9002325'],
    ...['9002326', '9002327', '9002331', '9002332', '9002346'],
  ],
  unavailable: [
    ...['50033', '50087', '90006', '90012', '90020', '90024', '90033', '90055', '90056', '90090', '90091', '500133'],
  ],
};
const verdictOfNumber = new Map(
  Object.entries(numbers).flatMap(([verdict, list]) => list.map((number) => [number, verdict as Verdict] as const)),
);

/** What OAuth's word means when the number says nothing. An invalid grant always means a new sign-in. */
const verdictOfError = new Map<string, Verdict>([
  ['access_denied', 'denied'],
  ['authorization_declined', 'denied'],
  ['consent_required', 'consent'],
  ['invalid_grant', 'expired'],
  ['interaction_required', 'expired'],
  ['login_required', 'expired'],
  ['account_selection_required', 'expired'],
  ['temporarily_unavailable', 'unavailable'],
  ['server_error', 'unavailable'],
  ['invalid_client', 'misconfigured'],
  ['unauthorized_client', 'misconfigured'],
  ['invalid_request', 'misconfigured'],
  ['invalid_resource', 'misconfigured'],
  ['invalid_scope', 'misconfigured'],
  ['invalid_tenant', 'misconfigured'],
  ['unsupported_grant_type', 'misconfigured'],
  ['unsupported_response_type', 'misconfigured'],
]);

/**
 * What a refusal means to the user.
 *
 * Problems: signInDenied, consentRequired, adminConsentRequired, signInBlocked, personalAccount, foreignAccount,
 * misconfigured, unavailable, signInTimedOut, signInRequired, unexpected.
 */
export function refusalProblem(refusal: EntraRefusal, scopes: readonly string[]): Problem {
  if (refusal.error === 'expired_token' || refusal.error === 'code_expired') return { kind: 'signInTimedOut' };
  const trace = {
    code: refusal.number === null ? refusal.error : `AADSTS${refusal.number}`,
    ...(refusal.requestId === null ? {} : { requestId: refusal.requestId }),
  };
  switch (verdictOf(refusal)) {
    case 'denied':
      return { kind: 'signInDenied' };
    case 'consent':
      return { kind: 'consentRequired', scopes };
    case 'adminConsent':
      return { kind: 'adminConsentRequired', trace };
    case 'blocked':
      return { kind: 'signInBlocked', trace };
    case 'personal':
      return { kind: 'personalAccount' };
    case 'foreign':
      return { kind: 'foreignAccount' };
    case 'misconfigured':
      return { kind: 'misconfigured', trace };
    case 'unavailable':
      return { kind: 'unavailable', trace };
    case 'expired':
      return { kind: 'signInRequired' };
    case undefined:
      return { kind: 'unexpected', trace };
  }
}

function verdictOf({ error, suberror, number }: EntraRefusal): Verdict | undefined {
  const byNumber = number === null ? undefined : verdictOfNumber.get(number);
  if (byNumber !== undefined) return byNumber;
  if (suberror === 'consent_required') return 'consent';
  // Who says no themselves has a number that is known, or none: with any other it was a policy.
  if (error === 'access_denied' && number !== null) return 'blocked';
  return verdictOfError.get(error);
}

/** The digits of the AADSTS code in one of Entra's messages; null when it names none. */
export function entraNumber(description: string): string | null {
  return /\bAADSTS(\d{4,9})\b/.exec(description)?.[1] ?? null;
}
