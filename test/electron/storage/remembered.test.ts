import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { openPlan } from '#contract/plan.ts';
import type { Remembered } from '#contract/remembered.ts';
import { readRemembered } from '../../../electron/storage/remembered.ts';
import { recordLog } from '../../fakes/log.ts';
import { desiredOf, empty, full, wished } from './remembrances.ts';

const at = toInstant(Date.UTC(2026, 11, 1, 12));
const presence = { availability: 'Busy', activity: 'InACall' } as const;
const ending = { at: toInstant(Date.UTC(2026, 11, 1, 13)), sequel: 'Available' } as const;
const wish = { kind: 'presence', presence, outOfOfficeSettings: null, ending } as const;

function read(desired: object) {
  return readRemembered({ version: 1, accountId: 'm', desired, recent: ['Hello'] }, recordLog())?.remembered;
}

describe('what an older program remembered', () => {
  it('[E1] a choice that was accepted keeps its end, and nobody is known to have seen it', () => {
    expect(read({ wish, setAt: at, isAccepted: true, acceptedAt: at })).toMatchObject({
      chosen: { presence, at, ending, isShown: false },
      message: null,
      recent: ['Hello'],
    });
  });

  it.each([
    ['a wish that waits', { wish, setAt: at, isAccepted: false, acceptedAt: null }],
    ['a reset', { wish: { kind: 'automatic' }, setAt: at, isAccepted: true, acceptedAt: at }],
  ])('[W1] %s says nothing of what stood before', (_what, desired) => {
    expect(read(desired)).toMatchObject({ chosen: null, desired: { setAt: at } });
  });
});

const badWish = { ...desiredOf(full).wish, presence: { availability: 'Busy', activity: 'InAMeeting' } };
const whole = { version: 1, accountId: 'm', ...full };

describe('a damaged memory', () => {
  it.each<[string, object, Remembered]>([
    ['desired', { ...whole, desired: { ...full.desired, setAt: 'yesterday' } }, { ...full, desired: null }],
    ['chosen', { ...whole, chosen: 7 }, { ...full, chosen: { ...wished(), isShown: false } }],
    ['a pair', { ...whole, desired: { ...full.desired, wish: badWish } }, { ...full, desired: null }],
    ['plan', { ...whole, plan: { lasts: 'PT9H', sequel: 'automatic' } }, { ...full, plan: openPlan }],
    ['visibleUntil', { ...whole, visibleUntil: 12 }, { ...full, visibleUntil: null }],
    ['recent', { ...whole, recent: 'Hello' }, { ...full, recent: [] }],
    ['one of the recent', { ...whole, recent: ['a', 7, null, 'b'] }, { ...full, recent: ['a', 'b'] }],
    ['messageDraft', { ...whole, messageDraft: { text: 'Half', lasts: 'P9D' } }, { ...full, messageDraft: null }],
    ['message', { ...whole, message: { text: 'Hello' } }, { ...full, message: null }],
    [
      'everything',
      {
        version: 1,
        accountId: 'm',
        desired: 1,
        plan: 2,
        visibleUntil: 3,
        recent: 4,
        chosen: 5,
        message: 6,
        openRequests: 7,
        askedMessage: 8,
        messageDraft: 9,
      },
      empty,
    ],
    ['nothing but the account', { version: 1, accountId: 'm' }, empty],
    ['a stranger', { ...whole, colour: 'blue' }, full],
  ])('loses only what makes no sense: %s', (_name, content, expected) => {
    expect(readRemembered(content, recordLog())).toEqual({ accountId: 'm', remembered: expected });
  });
});
