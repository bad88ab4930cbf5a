import { knownOutOfOffice, repeatedOutOfOffice } from '#contract/outOfOfficeTruth.ts';
import { isOwnSession } from '#contract/route.ts';
import type { Account } from '#contract/session.ts';
import type { AppState } from '#contract/state.ts';
import type { WishWriter } from '../graph/writePresence.ts';
import type { Clock } from '../ports.ts';
import type { Service } from './service.ts';

/** What a wish is written with, as things stand now. */
export function wishWriter(
  state: AppState,
  account: Account,
  service: Service,
  { now }: Clock,
  isCreateFailing: boolean,
): WishWriter {
  const { verdict, settings, outOfOffice } = state;
  return {
    ...{ graph: service.graph, clientId: service.clientId, account, setting: settings.route, verdict, now },
    known: outOfOffice.isInPresence ? knownOutOfOffice(state) : null,
    repeated: repeatedOutOfOffice(state, now()),
    hasSession: state.visibleUntil === null && isOwnSession(state, now()),
    isCreateFailing,
  };
}
