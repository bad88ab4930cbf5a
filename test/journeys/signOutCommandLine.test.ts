import { expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { sessionEnded } from '../../electron/state/sessionTransitions.ts';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { later, plan } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';
import { answererOf } from './asked.ts';
import { hour, minute, pass, shown } from './ruled.ts';

const stays =
  'Signed out.\nYour choice could not be ended: it may stay beyond its end (10:04), until you choose something else.';

async function startBusy(lasts: 'PT1H' | 'untilChanged' = 'PT1H'): Promise<Journey> {
  const journey = await startSignedIn();
  await journey.handlers.choosePresence({ presence: plainPresence('Busy'), lasts, sequel: 'automatic' });
  return journey;
}

function signOut(journey: Journey) {
  return answererOf(journey)({ kind: 'signOut' });
}

it.each([true, false])(
  '[S5][K2] --sign-out says where a choice stays that was to end, as without a network: known to be offline %s',
  async (isKnown) => {
    const journey = await startBusy();
    journey.network.isUp = false;
    if (isKnown) journey.store.apply(connectionChanged, false);
    await pass(journey, minute);
    expect(await signOut(journey)).toEqual({ code: 0, text: stays });
    expect([journey.store.get().session.status, shown(journey)]).toEqual(['signedOut', 'Busy']);
  },
);

it('[S5][K2] and so where the session had ended before', async () => {
  const journey = await startBusy();
  await pass(journey, minute);
  journey.store.apply(sessionEnded, { kind: 'signInRequired' });
  expect(await signOut(journey)).toEqual({ code: 0, text: stays });
});

it('[S5][K2] and says nothing of one that was ended, has no end, or gave way to what was chosen elsewhere', async () => {
  const done = { code: 0, text: 'Signed out.' };
  const ended = await startBusy();
  await pass(ended, minute);
  expect([await signOut(ended), shown(ended)]).toEqual([done, 'Available']);
  const endless = await startBusy('untilChanged');
  endless.network.isUp = false;
  expect(await signOut(endless)).toEqual(done);
  const overridden = await startBusy();
  overridden.simulator.chooseInTeams(overridden.simulator.people.mira, plainPresence('DoNotDisturb'));
  await overridden.clock.advance(15_000);
  expect([await signOut(overridden), shown(overridden)]).toEqual([done, 'DoNotDisturb']);
});

it('[S5][R1] nor of one that Microsoft 365 ends by itself, as the documented actions have it', async () => {
  const journey = await startSignedIn();
  await journey.handlers.changeSettings({ route: 'actionsOnly' });
  await journey.handlers.choosePresence({ presence: plainPresence('Busy'), lasts: 'PT1H', sequel: 'automatic' });
  journey.network.isUp = false;
  expect(await signOut(journey)).toEqual({ code: 0, text: 'Signed out.' });
});

it('[S5][K2] and says where an absence stays that others see, and that nobody would end', async () => {
  const journey = await startSignedIn();
  const told = async (change: Parameters<typeof plan>[0]) => {
    await journey.handlers.saveOutOfOffice(plan({ replies: null, ...change }));
    const { text } = await signOut(journey);
    await journey.handlers.signIn('browser');
    return text;
  };
  const until = later(journey, hour);
  expect(await told({ until })).toBe(
    'Signed out.\nOut of office stays on: others may see it past its end (10:04), until you turn it off.',
  );
  expect(await told({ until: null })).toBe('Signed out.');
  await journey.handlers.setOutOfOffice({ isOutOfOffice: false, message: null });
  expect(await told({ from: later(journey, 2 * hour), until: later(journey, 3 * hour) })).toBe('Signed out.');
});
