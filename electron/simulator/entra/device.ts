import { htmlReply, type Reply } from '../exchange.ts';
import { findPerson, isPersonal } from '../people.ts';
import type { PendingDevice } from './deviceCodes.ts';
import { type Entra, type EntraRequest, giveConsent, grantableScopes } from './entra.ts';
import { newFamily } from './grants.ts';
import { deviceAccountPage, deviceCodePage, messagePage } from './signInPages.ts';

/** The page on which somebody types the code of another device, and then says who they are. */
export function answerDevicePage(entra: Entra, { parameters }: EntraRequest): Reply {
  const typed = parameters.get('user_code');
  if (typed === null) return htmlReply(200, deviceCodePage(null));
  const device = entra.deviceCodes.findTyped(typed);
  if (device === undefined) return htmlReply(200, deviceCodePage('That code didn’t work. Check it and try again.'));
  if (parameters.has('cancel')) return decline(device);
  const person = findPerson(parameters.get('account') ?? '');
  if (person === undefined) return htmlReply(200, deviceAccountPage(device.userCode));
  if (isPersonal(person) && !entra.policy.isPersonalAdmitted) {
    return htmlReply(200, messagePage('You can’t sign in here with a personal account.', 'Use a work account.'));
  }
  giveConsent(entra, person, grantableScopes(entra, device.scopes));
  device.outcome = {
    kind: 'granted',
    grant: { person, clientId: entra.clientId, scopes: device.scopes, claims: {}, family: newFamily() },
  };
  return htmlReply(200, messagePage('You have signed in on your device.', 'You may close this page.'));
}

function decline(device: PendingDevice): Reply {
  device.outcome = { kind: 'declined' };
  return htmlReply(200, messagePage('You declined.', 'The device was not signed in. You may close this page.'));
}
