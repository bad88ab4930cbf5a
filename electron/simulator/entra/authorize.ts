import { htmlReply, type Reply } from '../exchange.ts';
import { findPerson, isPersonal, type Person } from '../people.ts';
import { type AuthorizeRequest, checkAuthorizeRequest } from './authorizeRequest.ts';
import { type Entra, type EntraRequest, giveConsent, grantableScopes, hintedPerson, missingConsents } from './entra.ts';
import { newFamily } from './grants.ts';
import { type Refusal, type RefusalCode, refuse } from './refusals.ts';
import { accountPage, consentPage, formPostPage, messagePage } from './signInPages.ts';
import { clientInfo } from './tokenAnswer.ts';

/**
 * The authorize page: account, then consent, then the form_post to the app.
 *
 * Shape: the pages keep nothing on the server. Each carries the original query in the field `request`, and what the
 * person pressed in `account`, `consent` or `cancel`.
 */
export function answerAuthorize(entra: Entra, arrived: EntraRequest): Reply {
  const pressed = arrived.parameters;
  const query = pressed.get('request') ?? pressed.toString();
  const parameters = new URLSearchParams(query);
  const checked = checkAuthorizeRequest(entra, parameters, arrived.origin);
  const back = returning(entra, parameters);
  if (!checked.isFit) {
    const { code, detail, isToldOnPage } = checked.unfit;
    if (!isToldOnPage) return back.refusal(code, detail);
    const refusal = refuse(code, entra.clock.now(), { detail });
    return htmlReply(400, messagePage('Sorry, but we’re having trouble signing you in.', refusal.description));
  }

  const { request } = checked;
  if (entra.policy.refusal?.at === 'authorize') return back.refusal(entra.policy.refusal.code);
  if (pressed.has('cancel')) return back.refusal(65004, 'cancelled', 'cancel');
  if (request.prompt === 'none') return back.refusal(50058);
  const person = findPerson(pressed.get('account') ?? '');
  if (person === undefined) return htmlReply(200, accountPage(query, hintedPerson(parameters)));
  if (isPersonal(person) && !isPersonalAdmitted(entra, arrived.tenant)) return back.refusal(500200, person.username);

  const scopes = grantableScopes(entra, request.scopes);
  if (pressed.get('consent') === 'declined') return back.refusal(65004);
  const isAsking = request.prompt === 'consent' || missingConsents(entra, person, scopes).length > 0;
  if (isAsking && pressed.get('consent') !== 'accepted') return htmlReply(200, consentPage(query, person, scopes));
  giveConsent(entra, person, scopes);
  return back.code(request, person);
}

/** Personal accounts get in through common and consumers only, as at Entra ID, unless a test lets them in. */
function isPersonalAdmitted(entra: Entra, tenant: string): boolean {
  return entra.policy.isPersonalAdmitted || tenant === 'common' || tenant === 'consumers';
}

function returning(entra: Entra, parameters: URLSearchParams) {
  const redirectUri = parameters.get('redirect_uri') ?? '';
  const state = parameters.get('state');
  const echoed: Record<string, string> = state === null ? {} : { state };

  return {
    refusal(code: RefusalCode, detail?: string, subcode?: string): Reply {
      const correlationId = parameters.get('client-request-id') ?? '';
      const refusal = refuse(code, entra.clock.now(), { correlationId, ...(detail === undefined ? {} : { detail }) });
      return htmlReply(200, formPostPage(redirectUri, { ...echoed, ...errorFields(refusal, subcode) }));
    },
    code(request: AuthorizeRequest, person: Person): Reply {
      const { redirectUri, scopes, nonce, challenge, claims } = request;
      const code = entra.grants.issueCode({
        person,
        clientId: entra.clientId,
        scopes,
        claims,
        family: newFamily(),
        redirectUri,
        nonce,
        challenge,
      });
      const info: Record<string, string> = request.isClientInfoWanted ? { client_info: clientInfo({ person }) } : {};
      return htmlReply(200, formPostPage(redirectUri, { code, ...info, ...echoed, session_state: newFamily() }));
    },
  };
}

function errorFields(refusal: Refusal, subcode: string | undefined): Record<string, string> {
  return {
    error: refusal.redirectError ?? refusal.error,
    error_description: refusal.description,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    error_uri: `https://login.microsoftonline.com/error?code=${refusal.code}`,
    ...(refusal.claims === undefined ? {} : { claims: refusal.claims }),
  };
}
