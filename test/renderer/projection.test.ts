import { describe, expect, it } from 'vitest';
import { initialState } from '#contract/state.ts';
import { createProjection } from '../../renderer/projection.ts';
import { createFakeBridge } from '../fakes/bridge.ts';
import { states } from './states.ts';

describe('the projection', () => {
  it('is the initial state until main has told it anything', () => {
    expect(createProjection(() => () => {}).getState()).toEqual(initialState);
  });

  it('is always the last state that main told, whole', () => {
    const { bridge, tell } = createFakeBridge(states.pending);
    const projection = createProjection(bridge.onState);
    const first = projection.getState();
    tell(states.signedOut);
    expect([first, projection.getState()]).toEqual([states.pending, states.signedOut]);
  });
});
