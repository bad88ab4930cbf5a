import { describe, expect, it } from 'vitest';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { createGate } from '../fakes/gate.ts';
import { allowed, day, formatted, hour, later, mailOf, pass, plan, seenOf, truth } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';

/** Somebody whose mailbox has a reply already, with a format. */
async function withReply(): Promise<Journey> {
  const journey = await startSignedIn();
  const { simulator, handlers } = journey;
  simulator.setAutomaticReplies(simulator.people.mira, { internalReplyMessage: formatted, externalAudience: 'all' });
  await handlers.allowMailbox('popup');
  return journey;
}

function asking({ store }: Journey) {
  return store.get().outOfOffice.asking;
}

it('[O6] turned off while a save waits whose answer was lost, what was there before is back', async () => {
  const journey = await withReply();
  journey.network.losesAnswerOf = 'PATCH';
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, 3 * day) }));
  expect([mailOf(journey).status, asking(journey).status]).toEqual(['scheduled', 'waiting']);
  await journey.handlers.endOutOfOffice(undefined);
  expect(mailOf(journey)).toMatchObject({
    ...{ status: 'disabled', externalAudience: 'all', internalReplyMessage: formatted },
  });
});

it('[O6] a save that waits is given up while nothing was sent, and goes on where it may have been received', async () => {
  const journey = await withReply();
  journey.network.isUp = false;
  await journey.handlers.saveOutOfOffice(plan());
  await journey.handlers.dismissOutOfOffice(undefined);
  expect(asking(journey).status).toBe('idle');
  journey.network.isUp = true;
  journey.network.losesAnswerOf = 'PATCH';
  await journey.handlers.saveOutOfOffice(plan());
  await journey.handlers.dismissOutOfOffice(undefined);
  expect(asking(journey).status).toBe('waiting');
  await pass(journey, 60_000);
  await journey.handlers.endOutOfOffice(undefined);
  expect(mailOf(journey)).toMatchObject({ status: 'disabled', internalReplyMessage: formatted });
});

describe('[O3] a plan that nobody received ends no replies that were turned on in Outlook since', () => {
  async function saveLater(journey: Journey) {
    const { simulator, handlers } = journey;
    simulator.setProfile('acceptsAndShows');
    await handlers.dismissOutOfOffice(undefined);
    const replies = { status: 'alwaysEnabled', internalReplyMessage: formatted } as const;
    simulator.setAutomaticReplies(simulator.people.mira, replies);
    await handlers.saveOutOfOffice(plan({ until: later(journey, day), replies: null }));
  }

  it('as without a reply to keep', async () => {
    const journey = await allowed();
    await journey.handlers.saveOutOfOffice(plan({ organisation: 'kept' }));
    expect(asking(journey)).toMatchObject({ status: 'failed', trouble: { kind: 'noReply' } });
    await saveLater(journey);
    expect(mailOf(journey).status).toBe('alwaysEnabled');
  });

  it('as where the mailbox refuses it', async () => {
    const journey = await withReply();
    const { simulator, network, handlers } = journey;
    const gate = createGate();
    network.holdsRequestOf = { method: 'PATCH', until: gate.opened };
    const saving = handlers.saveOutOfOffice(plan());
    await expect.poll(() => network.holdsRequestOf).toBe(undefined);
    simulator.setProfile('mailboxForbidden403');
    gate.open();
    await saving;
    expect(asking(journey)).toMatchObject({ status: 'failed', trouble: { kind: 'forbidden' } });
    await saveLater(journey);
    expect(mailOf(journey).status).toBe('alwaysEnabled');
  });
});

it('[O6] an end that waits is not given up by cancelling', async () => {
  const journey = await withReply();
  await journey.handlers.saveOutOfOffice(plan());
  journey.network.isUp = false;
  await journey.handlers.endOutOfOffice(undefined);
  await journey.handlers.dismissOutOfOffice(undefined);
  journey.network.isUp = true;
  await pass(journey, 60_000);
  expect([mailOf(journey).status, seenOf(journey).isOutOfOffice]).toEqual(['disabled', false]);
});

it('[O6] an end by the clock waits for whatever is no refusal, and a refusal is told', async () => {
  const journey = await withReply();
  const { simulator, handlers, store } = journey;
  await handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  simulator.setProfile('refreshRevoked');
  await pass(journey, 2 * hour);
  expect(store.get().outOfOffice.absence).not.toBeNull();
  simulator.setProfile('acceptsAndShows');
  await handlers.signIn('browser');
  await pass(journey, hour);
  expect([mailOf(journey).internalReplyMessage, store.get().outOfOffice.absence]).toEqual([formatted, null]);

  await handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  simulator.setProfile('mailboxForbidden403');
  await pass(journey, 2 * hour);
  expect([seenOf(journey).isOutOfOffice, asking(journey)]).toMatchObject([
    false,
    { status: 'failed', trouble: { kind: 'forbidden' } },
  ]);
});

it('[O6] what somebody edited in Outlook meanwhile is not overwritten at the end', async () => {
  const journey = await withReply();
  const { simulator, handlers } = journey;
  await handlers.saveOutOfOffice(plan({ until: later(journey, day) }));
  simulator.setAutomaticReplies(simulator.people.mira, { internalReplyMessage: 'Mine', externalAudience: 'none' });
  await handlers.endOutOfOffice(undefined);
  expect(mailOf(journey)).toMatchObject({
    ...{ status: 'disabled', internalReplyMessage: 'Mine', externalAudience: 'none', externalReplyMessage: '' },
  });
});

it('[O6] a reply that the mailbox did not name is not put back as an empty one', async () => {
  const journey = await allowed({ profile: 'mailboxLoose' });
  const { simulator, handlers } = journey;
  journey.network.losesAnswerOf = 'PATCH';
  await handlers.saveOutOfOffice(plan());
  simulator.setProfile('acceptsAndShows');
  await handlers.endOutOfOffice(undefined);
  const last = simulator.requests.filter(({ method }) => method === 'PATCH').at(-1);
  expect(last?.body).toEqual({ automaticRepliesSetting: { status: 'disabled', externalAudience: 'none' } });
});

it('[O6] called off while its end still waits, it does not begin by the clock', async () => {
  const journey = await allowed();
  const { handlers, store, network } = journey;
  await handlers.saveOutOfOffice(plan({ from: later(journey, hour), until: later(journey, day) }));
  network.isUp = false;
  store.apply(connectionChanged, false);
  await handlers.endOutOfOffice(undefined);
  await pass(journey, 2 * hour);
  expect([store.get().outOfOffice.absence?.hasBegun, store.get().publication.status]).toEqual([false, 'idle']);
});

it('[O6] where Microsoft 365 decided before, it decides again afterwards, unless somebody chose since', async () => {
  const journey = await allowed();
  const { handlers, store } = journey;
  await handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  await handlers.saveOutOfOffice(plan({ until: later(journey, 2 * hour) }));
  expect(store.get().chosen).not.toBeNull();
  await pass(journey, 3 * hour);
  expect([seenOf(journey).isOutOfOffice, store.get().chosen]).toEqual([false, null]);
  await handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  await journey.clock.advance(1000);
  await handlers.setPresence({ availability: 'Busy', activity: 'Busy' });
  await handlers.endOutOfOffice(undefined);
  expect([seenOf(journey).isOutOfOffice, store.get().chosen?.presence.availability]).toEqual([false, 'Busy']);
});

it('[O6] the reply from before survives a save whose answer was lost, and another one that did not get through', async () => {
  const journey = await withReply();
  const { network, handlers, store } = journey;
  network.losesAnswerOf = 'PATCH';
  await handlers.saveOutOfOffice(plan({ until: later(journey, day) }));
  const until = later(journey, 2 * day);
  const stop = store.watch(({ outOfOffice }) => {
    if (outOfOffice.unconfirmed?.plan.until === until) network.isUp = false;
  });
  await handlers.saveOutOfOffice(plan({ until }));
  stop();
  expect(asking(journey).status).toBe('waiting');
  network.isUp = true;
  await pass(journey, hour);
  expect(store.get().outOfOffice.absence?.plan.until).toBe(until);
  await handlers.endOutOfOffice(undefined);
  expect(mailOf(journey)).toMatchObject({ status: 'disabled', internalReplyMessage: formatted });
});

it('[O2] an absence of the presence alone is not called on where Microsoft refused to show it', async () => {
  const journey = await startSignedIn();
  await journey.handlers.changeSettings({ route: 'actionsOnly' });
  await journey.handlers.saveOutOfOffice(plan({ replies: null, until: later(journey, 3 * day) }));
  const { publication, outOfOffice } = journey.store.get();
  expect([publication.status, outOfOffice.absence?.hasBegun]).toEqual(['failed', true]);
  expect(truth(journey)).toEqual({ kind: 'off' });
  await journey.handlers.cancelPublication(undefined);
  await pass(journey, 2 * hour);
  expect(truth(journey)).toEqual({ kind: 'off' });
});
