import { describe, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { plainPresence } from '#contract/presence.ts';
import { choice, day, ending, expectDuties, minute, now, type Row, untried, wish } from './rows.ts';

describe('keeping visible', () => {
  const kept = { chosen: choice(null), visibleUntil: toInstant(now + 60 * minute) };
  const faded = { lastRenewedAt: now - 4 * minute };
  it.each<Row>([
    ['renews in time', kept, faded, ['renewSession']],
    ['does not renew sooner', kept, { lastRenewedAt: now - 4 * minute + 1 }, []],
    ['renews as late as the session allows', kept, { ...faded, sessionRenewAfter: 15 * minute }, []],
    ['renews after a start', kept, { lastRenewedAt: null }, ['renewSession']],
    ['renews after the clock went back', kept, { lastRenewedAt: now + day }, ['renewSession']],
    ['renews while locked', kept, { ...faded, isLocked: true }, ['renewSession']],
    ['stops when locked, if told to', kept, { ...faded, isLocked: true, stopsOnLock: true }, ['stopVisible']],
    ['goes on unlocked', kept, { ...faded, stopsOnLock: true }, ['renewSession']],
    ['pauses for Appear offline', kept, { ...faded, sessionRenewAfter: null }, []],
    ['pauses where nothing is chosen', { ...kept, chosen: null }, faded, []],
    ['pauses without a network', { ...kept, isOnline: false }, faded, []],
    ['pauses during a change', { ...kept, publication: { status: 'publishing', wish: wish(null) } }, faded, []],
    ['stops at its end', { ...kept, visibleUntil: toInstant(now) }, faded, ['stopVisible']],
    ['stops later without a network', { ...kept, visibleUntil: toInstant(now), isOnline: false }, faded, []],
    ['tries a stop again', { ...kept, visibleUntil: toInstant(now) }, { stopTriedAt: now - minute }, ['stopVisible']],
    ['tries it not at once', { ...kept, visibleUntil: toInstant(now) }, { stopTriedAt: now - minute + 1 }, []],
    [
      'tries it more rarely where that is in vain',
      { ...kept, visibleUntil: toInstant(now) },
      { stopTriedAt: now - minute, stopAgainAfter: 2 * minute },
      [],
    ],
    ['leaves what has ended to its end', { ...kept, chosen: choice(now) }, faded, ['endChoice']],
    ['does nothing when it is off', { chosen: choice(null) }, faded, []],
  ])('%s', expectDuties);
});

describe('a choice until changed', () => {
  const oneDay = { choiceLife: day };
  const justTried = { ...oneDay, triedAt: { ...untried, renewChoice: now - minute + 1 } };
  const unseen = { ...choice(null, now - day), isShown: false };
  const value = { ...plainPresence('DoNotDisturb'), outOfOfficeSettings: inTheOffice };
  const elsewhere = { value, evidence: 'seen', at: toInstant(now) } as const;
  const call = {
    presence: { availability: 'Busy', activity: 'InACall' },
    at: toInstant(now - day / 2),
    isShown: true,
  } as const;
  it.each<Row>([
    ['is renewed at half of its life', { chosen: choice(null, now - day / 2) }, oneDay, ['renewChoice']],
    ['is not renewed sooner', { chosen: choice(null, now - day / 2 + 1) }, oneDay, []],
    [
      'is renewed where the last time is long ago',
      { chosen: choice(null, now - day) },
      { ...oneDay, choiceRenewedAt: now - day / 2 },
      ['renewChoice'],
    ],
    ['is not renewed twice', { chosen: choice(null, now - day) }, { ...oneDay, choiceRenewedAt: now - 1 }, []],
    ['is renewed once after the clock went back', { chosen: choice(null, now + day) }, oneDay, ['renewChoice']],
    ['and not twice', { chosen: choice(null, now + day) }, { ...oneDay, choiceRenewedAt: now - 1 }, []],
    ['is left alone where nothing ends it', { chosen: choice(null, now - 30 * day) }, {}, []],
    ['is left alone where the service knows its end', { chosen: choice(now + 9 * day, now - day) }, oneDay, []],
    [
      'is renewed as a session before a late end',
      { chosen: { ...call, ending: ending(now + day) } },
      oneDay,
      ['renewChoice'],
    ],
    ['is not renewed as a session that ends before', { chosen: { ...call, ending: ending(now + minute) } }, oneDay, []],
    ['is left alone where somebody else chose', { chosen: unseen, presence: elsewhere }, oneDay, []],
    ['is not asked about all the time', { chosen: choice(null, now - day) }, justTried, []],
    ['waits for the network', { chosen: choice(null, now - day), isOnline: false }, oneDay, []],
  ])('%s', expectDuties);
});
