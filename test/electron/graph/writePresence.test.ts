import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { inTheOffice, type OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { type Presence, plainPresence } from '#contract/presence.ts';
import type { Verdict } from '#contract/route.ts';
import type { Wish } from '#contract/state.ts';
import { type WishWriter, writePresence } from '../../../electron/graph/writePresence.ts';
import type { Profile } from '../../../electron/simulator/profiles.ts';
import { askingFor, brief, endingIn, type GraphWorld, minute, noon, openGraphWorld, wishFor } from './graphWorld.ts';

const busy = wishFor(plainPresence('Busy'));
const presenting: Presence = { availability: 'DoNotDisturb', activity: 'Presenting' };
const known: Verdict = { decidedAt: toInstant(noon - minute), trace: { status: 404 } };
const away = { isOutOfOffice: true, message: 'Back on Monday' };

let world: GraphWorld;
beforeEach(async () => {
  world = await openGraphWorld();
});
afterEach(() => world.close());

async function write(wish: Wish, change: Partial<WishWriter> = {}) {
  const { outcome, writes, verdict } = await writePresence({ ...world.writer, ...change }, wish);
  return { said: outcome.ok ? 'accepted' : outcome.problem.kind, writes: brief(writes), verdict, seen: world.seen() };
}

const created = 'create Busy/Busy accepted 201';
const preferred = 'setUserPreferredPresence Busy/Busy accepted 200';

describe('a wish', () => {
  it('[P1] is one create where that is offered, and ends an old verdict', async () => {
    const expired = { ...known, decidedAt: toInstant(noon - 8 * 24 * 60 * minute) };
    expect(await write(busy, { verdict: expired })).toEqual({
      said: 'accepted',
      writes: [created],
      verdict: null,
      seen: 'Busy/Busy',
    });
  });

  it.each<[Profile, string]>([
    [{ name: 'notFound404' }, 'create Busy/Busy notOffered 404'],
    [{ name: 'notAllowed405' }, 'create Busy/Busy notOffered 405'],
    [{ name: 'createForbidden403' }, 'create Busy/Busy forbidden 403'],
    [{ name: 'unauthorized401' }, 'create Busy/Busy forbidden 401'],
    [{ name: 'segment400' }, 'create Busy/Busy rejected 400'],
    [{ name: 'conflict409' }, 'create Busy/Busy rejected 409'],
    [{ name: 'governmentCloud' }, 'create Busy/Busy rejected 400'],
  ])('goes by the actions in the same call where %o refuses the create', async (profile, refusal) => {
    world.simulator.setProfile(profile);
    const answer = await write(busy);
    expect(answer).toEqual({
      said: 'accepted',
      writes: [refusal, preferred],
      verdict: { decidedAt: toInstant(noon), trace: expect.objectContaining({ status: Number(refusal.slice(-3)) }) },
      seen: 'Busy/Busy',
    });
    const again = await write(busy, { verdict: answer.verdict });
    expect(again).toEqual({ ...answer, writes: [preferred] });
  });

  it.each<[Profile, string, string]>([
    [{ name: 'throttled429' }, 'throttled', '429'],
    [{ name: 'unavailable503' }, 'unavailable', '503'],
    [{ name: 'serverError500' }, 'unavailable', '500'],
    [{ name: 'otherId200' }, 'unexpected', '200'],
    [{ name: 'html200' }, 'intercepted', '200'],
    [{ name: 'portal511' }, 'intercepted', '511'],
    [{ name: 'claimsChallenge401' }, 'signInRequired', '-'],
    [{ name: 'hangs' }, 'timedOut', '-'],
    [{ name: 'resets' }, 'offline', '-'],
    [{ name: 'appliesThenResets' }, 'offline', '-'],
  ])('with %o is %s, changes no route and is not repeated', async (profile, kind, status) => {
    world.simulator.setProfile(profile);
    const { said, writes, verdict } = await write(busy, { verdict: null });
    expect([said, writes, verdict]).toEqual([kind, [`create Busy/Busy ${kind} ${status}`], null]);
  });

  it('that is forbidden on both routes says nothing of the create', async () => {
    world.simulator.setProfile('forbidden403');
    const { said, writes, verdict } = await write(busy);
    expect([said, verdict, writes]).toEqual([
      'forbidden',
      null,
      ['create Busy/Busy forbidden 403', 'setUserPreferredPresence Busy/Busy forbidden 403'],
    ]);
  });

  it('keeps the verdict when only the actions are throttled', async () => {
    world.simulator.setProfile({ name: 'throttled429', on: 'writes' });
    const { said, writes, verdict } = await write(busy, { verdict: known });
    expect([said, writes, verdict]).toEqual(['throttled', ['setUserPreferredPresence Busy/Busy throttled 429'], known]);
  });

  it('takes its own end along where the actions carry it, a little later than ours', async () => {
    await write(wishFor(plainPresence('Busy'), endingIn(30 * minute)), { setting: 'actionsOnly' });
    await write(wishFor(presenting, endingIn(2 * 60 * minute)), { setting: 'actionsOnly' });
    const durations = world.simulator.requests.map(({ body }) => Object(body)['expirationDuration']);
    expect([durations, world.seen()]).toEqual([['PT35M', 'PT2H5M', undefined], 'DoNotDisturb/Presenting']);
  });

  it('[P6] for automatic is two actions on every route, and leaves the verdict alone', async () => {
    await write(busy);
    const answer = await write({ kind: 'automatic' }, { setting: 'createOnly', verdict: known });
    expect(answer).toEqual({
      said: 'accepted',
      writes: ['clearUserPreferredPresence  accepted 200', 'clearPresence  accepted 404'],
      verdict: known,
      seen: 'Available/Available',
    });
  });

  it('goes by the id of the user, which works where /me has no actions', async () => {
    world.simulator.setProfile('meActionsNotFound404');
    const wish = wishFor(presenting);
    const answers = [await write(wish, { setting: 'actionsOnly' }), await write({ kind: 'automatic' })];
    expect(answers.map(({ said, seen }) => [said, seen])).toEqual([
      ['accepted', 'DoNotDisturb/Presenting'],
      ['accepted', 'Available/Available'],
    ]);
  });
});

describe('what the user allows', () => {
  it('createOnly never uses the actions for a presence, whatever the verdict', async () => {
    world.simulator.setProfile('notFound404');
    const { said, writes, verdict } = await write(busy, { setting: 'createOnly', verdict: known });
    expect([said, writes, verdict]).toEqual(['notOffered', ['create Busy/Busy notOffered 404'], known]);
  });

  it('actionsOnly never creates', async () => {
    expect(await write(busy, { setting: 'actionsOnly' })).toEqual({
      said: 'accepted',
      writes: [preferred],
      verdict: null,
      seen: 'Busy/Busy',
    });
  });
});

describe('[O1] out of office', () => {
  const declared = () => world.simulator.presenceOf(world.simulator.people.mira).outOfOfficeSettings;

  it('travels with a create, as asked or else as it is repeated', async () => {
    await write(askingFor(away));
    const asked = declared();
    await write(askingFor(null), { repeated: { ...away, message: 'Back on Tuesday' } });
    expect([asked, declared()]).toEqual([away, { ...away, message: 'Back on Tuesday' }]);
  });

  it.each<[OutOfOfficeSettings | null, OutOfOfficeSettings, string]>([
    [null, inTheOffice, 'accepted'],
    [null, away, 'accepted'],
    [inTheOffice, inTheOffice, 'accepted'],
    [away, away, 'accepted'],
    [away, { ...away, message: ' Back on Monday\n' }, 'accepted'],
    [away, inTheOffice, 'outOfOfficeNotOffered'],
    [inTheOffice, away, 'outOfOfficeNotOffered'],
    [away, { ...away, message: null }, 'outOfOfficeNotOffered'],
  ])('asking the actions for %j where %j is known is %s', async (asked, known, expected) => {
    const { said, writes } = await write(askingFor(asked), { setting: 'actionsOnly', known });
    expect([said, writes]).toEqual([expected, expected === 'accepted' ? [preferred] : []]);
  });

  it('is named as the reason where the create was refused, which is remembered all the same', async () => {
    world.simulator.setProfile('notFound404');
    const { said, writes, verdict } = await write(askingFor(away));
    expect([said, writes, verdict?.trace.status]).toEqual([
      'outOfOfficeNotOffered',
      ['create Busy/Busy notOffered 404'],
      404,
    ]);
  });
});
