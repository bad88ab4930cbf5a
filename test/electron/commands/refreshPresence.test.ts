import { expect, it } from 'vitest';
import type { Account } from '#contract/session.ts';
import { initialState } from '#contract/state.ts';
import { createRefreshPresence } from '../../../electron/commands/refreshPresence.ts';
import type { Service } from '../../../electron/commands/service.ts';
import { createThrottle } from '../../../electron/commands/throttle.ts';
import type { GraphClient, GraphReply } from '../../../electron/graph/client.ts';
import { sessionNotFound, signedIn } from '../../../electron/state/sessionTransitions.ts';
import { createStore } from '../../../electron/state/store.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { createGate } from '../../fakes/gate.ts';

const mira: Account = { homeAccountId: 'm.t', id: 'm', tenantId: 't', username: 'mira@contoso.com', name: 'Mira' };
const jonas: Account = { ...mira, homeAccountId: 'j.t', id: 'j', username: 'jonas@contoso.com', name: 'Jonas' };

function presence(availability: string, sequenceNumber: string): GraphReply {
  return { status: 200, body: { id: 'x', availability, activity: availability, sequenceNumber } };
}

/** Mira, signed in to a service that gives these answers one after the other. */
function startReading(answers: readonly GraphReply[], until = Promise.resolve()) {
  const clock = createFakeClock();
  const store = createStore(initialState);
  const left = [...answers];
  const asked = createGate();
  const graph: GraphClient = async () => {
    asked.open();
    await until;
    const value = left.shift();
    if (value === undefined) throw new Error('asked more often than there are answers');
    return { ok: true, value };
  };
  const serviceFor = async () => ({ graph }) as Service;
  const { refreshPresence } = createRefreshPresence({
    store,
    clock,
    serviceFor,
    throttle: createThrottle(clock, store),
  });
  store.apply(signedIn, mira, 'keyring');
  return {
    store,
    refreshPresence,
    asked: asked.opened,
    shown: () => store.get().presence?.value.availability ?? null,
    comeJonas() {
      store.apply(sessionNotFound);
      store.apply(signedIn, jonas, 'keyring');
    },
  };
}

it('[S5] a presence that comes once somebody else is signed in is not shown as theirs', async () => {
  const { opened, open } = createGate();
  const { refreshPresence, asked, comeJonas, shown } = startReading([presence('Busy', 'A2')], opened);
  const reading = refreshPresence();
  await asked;
  comeJonas();
  open();
  await reading;
  expect(shown()).toBeNull();
});

it('an older answer is passed over, until the service must have begun its numbers anew', async () => {
  const older = presence('Busy', 'A2');
  const { refreshPresence, shown } = startReading([presence('Away', 'A5'), older, older, older, older]);
  const seen: unknown[] = [];
  for (let reading = 0; reading < 5; reading += 1) {
    await refreshPresence();
    seen.push(shown());
  }
  expect(seen).toEqual(['Away', 'Away', 'Away', 'Away', 'Busy']);
});

it('the numbers of one person say nothing of the age of the next one’s', async () => {
  const { refreshPresence, comeJonas, shown } = startReading([presence('Away', 'A5'), presence('Busy', 'A2')]);
  await refreshPresence();
  comeJonas();
  await refreshPresence();
  expect(shown()).toBe('Busy');
});
