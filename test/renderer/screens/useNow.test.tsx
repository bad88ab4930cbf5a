import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { initialState } from '#contract/state.ts';
import { useTold } from '../../../renderer/screens/useNow.ts';
import { createSeen, SeenProvider } from '../../../renderer/seen.ts';
import { createFakeBridge } from '../../fakes/bridge.ts';

beforeEach(() => vi.useFakeTimers({ now: 0 }));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

let drawn = 0;

function Minutes() {
  drawn += 1;
  const { minutes } = useTold(1000, (now) => ({ minutes: Math.floor(now / 60_000) }));
  return <p>{minutes} min</p>;
}

function showMinutes() {
  drawn = 0;
  const { bridge, look } = createFakeBridge(initialState);
  render(
    <SeenProvider value={createSeen(bridge.onSeen)}>
      <Minutes />
    </SeenProvider>,
  );
  return { text: () => screen.getByText(/min/).textContent, drawn: () => drawn, look };
}

describe('what is told of the time', () => {
  it('is drawn again when it is told otherwise, and only then', () => {
    const shown = showMinutes();
    act(() => vi.advanceTimersByTime(59_000));
    expect([shown.text(), shown.drawn()]).toEqual(['0 min', 1]);
    act(() => vi.advanceTimersByTime(1000));
    expect([shown.text(), shown.drawn()]).toEqual(['1 min', 2]);
  });

  it('is asked again when the page is shown, and not while nobody sees it', () => {
    const shown = showMinutes();
    act(() => shown.look(false));
    act(() => vi.advanceTimersByTime(120_000));
    expect([shown.text(), shown.drawn(), vi.getTimerCount()]).toEqual(['0 min', 1, 0]);
    act(() => shown.look(true));
    expect(shown.text()).toBe('2 min');
  });
});
