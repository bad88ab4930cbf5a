import { describe, expect, it } from 'vitest';
import { toEpoch, toInstant } from '#contract/instant.ts';
import type { AppState, Wish } from '#contract/state.ts';
import {
  messageAccepted,
  messageDismissed,
  messageDrafted,
  messageRefused,
  messageSending,
} from '../../../electron/state/messageTransitions.ts';
import { presenceOutdated, presenceSeen } from '../../../electron/state/readingTransitions.ts';
import {
  presenceAccepted,
  presenceNotVisible,
  presencePublishing,
  presenceRefused,
  publicationCancelled,
} from '../../../electron/state/transitions.ts';
import { available, busy, later, noon, start, wish } from './start.ts';

describe('a reset', () => {
  it('[P6] for automatic is not fulfilled by an answer to a question asked before it was accepted', () => {
    const reset: Wish = { kind: 'automatic' };
    const chosen = presenceSeen(presenceAccepted(start, wish, noon), busy, noon, noon);
    const accepted = presenceAccepted(presencePublishing(chosen, reset), reset, later);
    expect(presenceSeen(accepted, busy, noon, later)).toEqual({ ...accepted, reading: { status: 'idle' } });
  });

  it('[P6] for automatic is looked for while what was given back still shows, but not for ever', () => {
    const reset: Wish = { kind: 'automatic' };
    const chosen = presenceSeen(presenceAccepted(start, wish, noon), busy, noon, noon);
    const accepted = presenceAccepted(presencePublishing(chosen, reset), reset, later);
    const soon = toInstant(toEpoch(later) + 2_000);
    const slow = presenceSeen(accepted, busy, soon, soon);
    expect([slow.publication, slow.chosen]).toEqual([{ status: 'checking', wish: reset }, null]);
    expect(presenceSeen(slow, available, soon, soon).publication).toEqual({ status: 'idle' });
    const late = toInstant(toEpoch(later) + 12_000);
    expect(presenceSeen(slow, busy, late, late).publication).toEqual({ status: 'idle' });
  });

  it('[P6] for automatic is fulfilled by whatever the service shows next', () => {
    const reset: Wish = { kind: 'automatic' };
    const chosen = presenceSeen(presenceAccepted(start, wish, noon), busy, later, later);
    const accepted = presenceAccepted(presencePublishing(chosen, reset), reset, later);
    expect([accepted.chosen, accepted.presence]).toEqual([null, chosen.presence]);
    expect(presenceSeen(accepted, available, later, later).publication).toEqual({ status: 'idle' });
  });
});

it('a choice is forgotten when the service shows that another was made elsewhere', () => {
  const chosen = presenceSeen(presenceAccepted(start, wish, noon), busy, later, later);
  expect(chosen.chosen?.presence.availability).toBe('Busy');
  expect(presenceSeen(chosen, available, later, later).chosen).toBeNull();
  const failed = presenceRefused(chosen, wish, { kind: 'unavailable', trace: {} });
  expect(presenceSeen(failed, available, later, later).chosen).toBeNull();
});

it('[R1] a choice stays as it was set, and how, where it shows late', () => {
  const accepted = presenceAccepted(presencePublishing(start, wish), wish, noon, 'actions');
  const hidden = presenceNotVisible(presenceSeen(accepted, available, noon, noon), wish);
  const { chosen, publication } = presenceSeen(hidden, busy, later, later);
  expect([publication.status, chosen?.isShown, chosen?.isByActions, chosen?.at]).toEqual(['idle', true, true, noon]);
});

it('[E1] a choice that nobody saw yet is not taken for replaced, until it was seen', () => {
  const unseen = presenceNotVisible(presenceSeen(presenceAccepted(start, wish, noon), available, later, later), wish);
  const dismissed = presenceSeen(publicationCancelled(unseen), available, later, later);
  expect(dismissed.chosen).toEqual({ presence: wish.presence, at: noon, ending: null, isShown: false });
  const seen = presenceSeen(dismissed, busy, later, later);
  expect(seen.chosen?.isShown).toBe(true);
  expect(presenceSeen(seen, available, later, later).chosen).toBeNull();
});

it('[M1] a status message whose answer was lost, but shows, was taken, and keeps its end', () => {
  const message = { text: 'At lunch', endsAt: later };
  const failed = messageRefused(start, message, { kind: 'timedOut' });
  const shown = { ...available, statusMessage: { text: 'At lunch', endsAt: null } };
  const found = { seen: message, asking: { status: 'idle' }, recent: ['At lunch'] };
  expect(presenceSeen(failed, shown, later, later).statusMessage).toEqual(found);
  expect(presenceSeen(failed, available, later, later).statusMessage.asking.status).toBe('failed');
  expect(messageDismissed(failed).statusMessage).toEqual(start.statusMessage);
  const sending = messageSending(start, message);
  expect(messageDismissed(sending)).toBe(sending);
});

it('[M1] the draft of a status message is over when it was taken, also where a reading finds that, and a newer one stays', () => {
  const message = { text: 'At lunch', endsAt: null };
  const drafted = (text: string) => messageDrafted(start, { text, lasts: 'today' });
  const same = (state: AppState) => state;
  const taken = (state: AppState, meanwhile = same) =>
    messageAccepted(meanwhile(messageSending(state, message)), message, undefined);
  const found = (state: AppState, meanwhile = same) => {
    const lost = messageRefused(messageSending(state, message), message, { kind: 'timedOut' });
    expect(lost.messageDraft).not.toBeNull();
    return presenceSeen(meanwhile(lost), { ...available, statusMessage: message }, later, later);
  };
  for (const set of [taken, found]) {
    expect(set(drafted(' At lunch')).messageDraft).toBeNull();
    expect(set(drafted('At lunch, back at two')).messageDraft?.text).toBe('At lunch, back at two');
    const longer = { text: ' At lunch', lasts: 'PT4H' } as const;
    expect(set(drafted(' At lunch'), (state) => messageDrafted(state, longer)).messageDraft).toBe(longer);
    // The page hands over once more what it had.
    const again = messageDrafted(drafted(' At lunch'), { text: ' At lunch', lasts: 'today' });
    expect(set(drafted(' At lunch'), (state) => messageDrafted(state, again.messageDraft)).messageDraft).toBeNull();
  }
});

it('what is too old to be true is shown as unknown', () => {
  const outdated = presenceOutdated(start);
  expect(outdated.presence).toEqual({
    ...start.presence,
    value: { ...available, availability: 'PresenceUnknown', activity: '' },
    evidence: 'outdated',
  });
  expect(presenceOutdated(outdated)).toBe(outdated);
});
