import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import type { Outcome } from '#contract/problem.ts';
import { isOlder, type PresenceRead, readPresence } from '../../../electron/graph/readPresence.ts';
import { setStatusMessage } from '../../../electron/graph/setStatusMessage.ts';
import { brief, type GraphWorld, minute, noon, openGraphWorld } from './graphWorld.ts';

let world: GraphWorld;
beforeEach(async () => {
  world = await openGraphWorld();
});
afterEach(() => world.close());

const endsAt = toInstant(noon + 30 * minute + 123);
const noteOf = (read: Outcome<PresenceRead>) => (read.ok ? read.value.value.statusMessage : read.problem);
const noteTextOf = (read: Outcome<PresenceRead>) => (read.ok ? read.value.value.statusMessage?.text : read.problem);

describe('the status message', () => {
  it('is set with its end in UTC and read back', async () => {
    const text = 'Proofreading 📚 until later';
    const { outcome, writes } = await setStatusMessage(world.writer, { text, endsAt });
    const message = { content: text, contentType: 'text' };
    const expiryDateTime = { dateTime: '2026-12-01T12:30:00', timeZone: 'UTC' };
    expect(world.sent()).toEqual([['setStatusMessage', { statusMessage: { message, expiryDateTime } }]]);
    expect([outcome.ok, brief(writes), JSON.stringify(writes).includes('Proofreading')]).toEqual([
      true,
      ['setStatusMessage  accepted 200'],
      false,
    ]);
    expect(noteOf(await readPresence(world.graph))).toEqual({ text, endsAt: '2026-12-01T12:30:00.000Z' });
  });

  it('without an end stays', async () => {
    await setStatusMessage(world.writer, { text: 'In the workshop', endsAt: null });
    await world.clock.advance(20 * 24 * 60 * minute);
    expect(noteOf(await readPresence(world.graph))).toEqual({ text: 'In the workshop', endsAt: null });
  });

  it('whose end the service drops is read without one', async () => {
    world.simulator.setProfile('messageExpiryDropped');
    await setStatusMessage(world.writer, { text: 'In the workshop', endsAt });
    expect(noteOf(await readPresence(world.graph))).toEqual({ text: 'In the workshop', endsAt: null });
  });

  it('and the presence are read in a cloud that says less', async () => {
    world.simulator.setProfile('governmentCloud');
    await setStatusMessage(world.writer, { text: 'In the workshop', endsAt: null });
    expect(await readPresence(world.graph)).toMatchObject({
      ok: true,
      value: { value: { availability: 'Available', statusMessage: { text: 'In the workshop' } }, sequence: null },
    });
  });

  it('of an older answer is known by its sequence', async () => {
    await setStatusMessage(world.writer, { text: 'Old', endsAt: null });
    world.simulator.setProfile('staleReads');
    const reads = [await readPresence(world.graph)];
    await setStatusMessage(world.writer, { text: 'New', endsAt: null });
    for (let turn = 0; turn < 4; turn++) reads.push(await readPresence(world.graph));
    const stamps = reads.map((read) => (read.ok ? read.value.sequence : null));
    const newest = stamps.reduce((held, next) => (isOlder(held, next) ? next : held));
    const fresh = reads.filter((read) => read.ok && !isOlder(read.value.sequence, newest));
    expect([new Set(reads.map(noteTextOf)), new Set(fresh.map(noteTextOf))]).toEqual([
      new Set(['Old', 'New']),
      new Set(['New']),
    ]);
  });

  it('is cleared by an empty text, which has no end', async () => {
    await setStatusMessage(world.writer, { text: 'In the workshop', endsAt: null });
    await setStatusMessage(world.writer, { text: '', endsAt });
    const cleared = { statusMessage: { message: { content: '', contentType: 'text' } } };
    expect(world.sent().at(-1)).toEqual(['setStatusMessage', cleared]);
    expect(noteOf(await readPresence(world.graph))).toBeNull();
  });

  it('that is refused tells why', async () => {
    world.simulator.setProfile('forbidden403');
    const { outcome, writes } = await setStatusMessage(world.writer, { text: 'Hello', endsAt: null });
    expect([outcome, brief(writes)]).toEqual([
      { ok: false, problem: expect.objectContaining({ kind: 'forbidden' }) },
      ['setStatusMessage  forbidden 403'],
    ]);
  });
});
