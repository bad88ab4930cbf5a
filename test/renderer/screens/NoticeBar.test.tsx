import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { closePopup, openPopup, openSettings, pass } from '../open.tsx';
import { states } from '../states.ts';

afterEach(closePopup);

const said = () => screen.getByText(/Your out of office starts/).textContent;

it('a day that a notice names is called as it is called when somebody looks', () => {
  const popup = openPopup(states.remindedOfStart);
  const before = said();
  popup.look(false);
  pass(20 * 3_600_000);
  popup.look(true);
  expect([before, said()]).toEqual([expect.stringContaining('tomorrow'), expect.not.stringContaining('tomorrow')]);
});

it('so it is in the settings, which stay open', () => {
  openSettings(states.remindedOfStart);
  const before = said();
  pass(20 * 3_600_000);
  expect([before, said()]).toEqual([expect.stringContaining('tomorrow'), expect.not.stringContaining('tomorrow')]);
});
