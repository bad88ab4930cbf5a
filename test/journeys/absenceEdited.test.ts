import { expect, it } from 'vitest';
import { allowed, day, later, plan } from './absence.ts';
import type { Journey } from './app.ts';

const text = ({ simulator }: Journey) => simulator.statusMessageOf(simulator.people.mira);

it('[O6] a message that was written during an absence is back after it, where the absence is given one later', async () => {
  const journey = await allowed();
  const { handlers } = journey;
  const until = later(journey, day);
  await handlers.setStatusMessage({ text: 'In the workshop', lasts: 'untilChanged' });
  await handlers.saveOutOfOffice(plan({ until, replies: null }));
  await handlers.setStatusMessage({ text: 'Ask Jane', lasts: 'untilChanged' });
  await handlers.saveOutOfOffice(plan({ until, replies: null, statusMessage: 'Away' }));
  expect(text(journey)).toBe('Away');
  await handlers.endOutOfOffice(undefined);
  expect(text(journey)).toBe('Ask Jane');
});
