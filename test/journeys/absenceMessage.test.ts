import { expect, it } from 'vitest';
import { allowed, day, later, pass, plan } from './absence.ts';
import { type Journey, startJourney } from './app.ts';

const text = ({ simulator }: Journey) => simulator.statusMessageOf(simulator.people.mira);
const minute = 60_000;

/** Writes a status message in another program, of which this one knows nothing yet. */
async function writeElsewhere({ simulator, clock }: Journey, said: string): Promise<void> {
  const elsewhere = await startJourney({ simulator, clock });
  await elsewhere.handlers.signIn('browser');
  await elsewhere.handlers.setStatusMessage({ text: said, lasts: 'untilChanged' });
}

it('[O6] what was written in Teams just before an absence begins by the clock gives way to it, and is back afterwards', async () => {
  const journey = await allowed();
  const [from, until] = [later(journey, day), later(journey, 3 * day)];
  await journey.handlers.saveOutOfOffice(plan({ from, until, statusMessage: 'Away' }));
  await pass(journey, day - minute);
  await writeElsewhere(journey, 'Packing up');
  await pass(journey, 2 * minute);
  expect(text(journey)).toBe('Away');
  await pass(journey, 2 * day, 8);
  expect(text(journey)).toBe('Packing up');
});

it('[O6] what was written in Teams just before an absence is saved gives way to it, and is back afterwards', async () => {
  const journey = await allowed();
  await writeElsewhere(journey, 'In the workshop');
  await journey.clock.advance(minute);
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, 3 * day), statusMessage: 'Away' }));
  expect(text(journey)).toBe('Away');
  await journey.handlers.endOutOfOffice(undefined);
  expect(text(journey)).toBe('In the workshop');
});
