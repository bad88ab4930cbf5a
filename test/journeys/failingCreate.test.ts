import { describe, expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import type { Profile } from '../../electron/simulator/profiles.ts';
import { settingsChanged } from '../../electron/state/settingsTransitions.ts';
import { others, passSeconds, sent, startIn } from './creates.ts';

const busy = plainPresence('Busy');
const away = plainPresence('Away');

describe('[R1] a create that fails each time with an error of its own', () => {
  const failing: Profile = { name: 'serverError500', on: 'create' };

  it('goes by the actions from the third time on, and the next choice begins with it again', async () => {
    const journey = await startIn(failing);
    const { handlers, store } = journey;
    await handlers.setPresence(busy);
    expect(store.get().publication).toMatchObject({ status: 'waiting', problem: { kind: 'unavailable' } });
    await passSeconds(journey, 30);
    expect([store.get().publication.status, store.get().verdict, others(journey).availability]).toEqual([
      ...['idle', null, 'Busy'],
    ]);
    expect([sent(journey), store.get().chosen?.isByActions]).toEqual([
      ...[['presences', 'presences', 'presences', 'setUserPreferredPresence'], true],
    ]);
    await handlers.setPresence(away);
    expect(sent(journey).at(-1)).toBe('presences');
  });

  it.each<[string, readonly Profile[]]>([
    ['the actions fail as well', [{ name: 'serverError500', on: 'writes' }]],
    ['the actions are refused', [failing, { name: 'forbidden403', on: 'writes' }]],
  ])('waits as before where %s', async (_name, profile) => {
    const journey = await startIn(profile);
    await journey.handlers.setPresence(busy);
    await passSeconds(journey, 30);
    const { publication, verdict } = journey.store.get();
    expect([publication, verdict]).toMatchObject([{ status: 'waiting', problem: { kind: 'unavailable' } }, null]);
    expect(sent(journey)).toContain('setUserPreferredPresence');
  });

  it('waits as before where only the create is allowed', async () => {
    const journey = await startIn(failing);
    journey.store.apply(settingsChanged, { route: 'createOnly' });
    await journey.handlers.setPresence(busy);
    await passSeconds(journey, 30);
    expect(new Set(sent(journey))).toEqual(new Set(['presences']));
  });

  it('waits as before where it asks for out of office', async () => {
    const journey = await startIn(failing);
    await journey.handlers.setOutOfOffice({ isOutOfOffice: true, message: 'Back on Monday' });
    await passSeconds(journey, 30);
    expect([new Set(sent(journey)), journey.store.get().publication.status]).toEqual([
      ...[new Set(['presences']), 'waiting'],
    ]);
  });

  it('does not where a gateway says so with a page of its own', async () => {
    const journey = await startIn({ name: 'unavailable503', on: 'create' });
    await journey.handlers.setPresence(busy);
    await passSeconds(journey, 30);
    expect(new Set(sent(journey))).toEqual(new Set(['presences']));
  });

  it('does not where the service was only in trouble for a moment', async () => {
    const journey = await startIn({ ...failing, times: 2 });
    await journey.handlers.setPresence(busy);
    await passSeconds(journey, 30);
    expect([sent(journey), others(journey).availability]).toEqual([['presences', 'presences', 'presences'], 'Busy']);
  });
});
