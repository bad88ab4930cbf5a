import { expect, it } from 'vitest';
import { actionsOf } from '#contract/actions.ts';
import { initialState } from '#contract/state.ts';
import { parse } from '../../../electron/cli/parse.ts';

const here = { now: Date.parse('2026-12-01T09:00:00.000Z'), timeZone: 'Europe/Berlin' };

it('[A3] what an action says does the same from outside is understood there', () => {
  const understood = actionsOf(initialState).flatMap(({ id, commandLine }) =>
    commandLine === null ? [] : [[id, parse(commandLine, here).kind]],
  );
  expect(understood.length).toBeGreaterThan(12);
  expect(understood.filter(([, kind]) => kind !== 'request')).toEqual([]);
});
