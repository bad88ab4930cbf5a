import { describe, expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { createGate } from '../fakes/gate.ts';
import { hour, later, pass as passSteps, plan } from './absence.ts';
import { startSignedIn } from './app.ts';
import { minute, minutes, pass, seen, setOnline } from './ruled.ts';

const on = { isOutOfOffice: true, message: null };
const off = { isOutOfOffice: false, message: null };

describe('[W1] what is chosen around turning off out of office is not given back', () => {
  it('right after it, while that is on its way', async () => {
    const journey = await startSignedIn();
    const { handlers, store, network } = journey;
    await handlers.setOutOfOffice(on);
    await pass(journey, minute);
    const post = createGate();
    network.holdsRequestOf = { method: 'POST', until: post.opened };
    const first = handlers.setOutOfOffice(off);
    await expect.poll(() => network.holdsRequestOf).toBe(undefined);
    const second = handlers.setPresence(plainPresence('Available'));
    post.open();
    await Promise.all([first, second]);
    await minutes(journey, 2);
    expect(store.get().chosen?.presence).toEqual(plainPresence('Available'));
  });

  it('after it, without a network', async () => {
    const journey = await startSignedIn();
    const { handlers, store } = journey;
    setOnline(journey, false);
    await handlers.setOutOfOffice(off);
    await handlers.setPresence(plainPresence('Available'));
    setOnline(journey, true);
    await journey.catchUp();
    await minutes(journey, 3);
    expect(store.get().chosen?.presence).toEqual(plainPresence('Available'));
  });

  it('before it, without a network', async () => {
    const journey = await startSignedIn();
    const { handlers } = journey;
    await handlers.setOutOfOffice(on);
    await pass(journey, minute);
    setOnline(journey, false);
    await handlers.setPresence(plainPresence('Busy'));
    await handlers.setOutOfOffice(off);
    setOnline(journey, true);
    await journey.catchUp();
    await minutes(journey, 3);
    expect(seen(journey)).toEqual(['Busy', false]);
  });

  it('before the end of an absence, without a network', async () => {
    const journey = await startSignedIn({ accessTokenSeconds: 80_000 });
    await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour), replies: null }));
    await passSteps(journey, 30 * minute);
    setOnline(journey, false);
    await journey.handlers.setPresence(plainPresence('Busy'));
    await passSteps(journey, 40 * minute);
    setOnline(journey, true);
    await journey.catchUp();
    await passSteps(journey, 10 * minute, 10);
    expect(seen(journey)).toEqual(['Busy', false]);
  });

  it('off and then on, without a network: the pair is needed again', async () => {
    const journey = await startSignedIn();
    const { handlers, store } = journey;
    setOnline(journey, false);
    await handlers.setOutOfOffice(off);
    await handlers.setOutOfOffice(on);
    setOnline(journey, true);
    await journey.catchUp();
    await minutes(journey, 2);
    expect([seen(journey), store.get().chosen === null]).toEqual([['Available', true], false]);
  });
});
