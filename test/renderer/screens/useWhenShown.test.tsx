import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { closePopup, openPopup } from '../open.tsx';
import { states } from '../states.ts';

afterEach(closePopup);

const settings = () => screen.getByRole('button', { name: 'Settings' });
const focused = () => document.activeElement?.textContent;

it('leads to the states each time that the page is shown', () => {
  const popup = openPopup(states.homeAvailable);
  for (const _time of [1, 2]) {
    settings().focus();
    popup.look(false);
    popup.look(true);
    expect(focused()).toBe('Available');
  }
});

it.each([
  ['pressed', () => fireEvent.pointerDown(settings())],
  ['typed', () => fireEvent.keyDown(document.body, { key: 'Tab' })],
])(
  'leads nobody away who has %s before the page was told that it is shown, and does so the next time',
  (_what, use) => {
    const popup = openPopup(states.homeAvailable);
    popup.look(false);
    use();
    settings().focus();
    popup.look(true);
    expect(document.activeElement).toBe(settings());
    popup.look(false);
    popup.look(true);
    expect(focused()).toBe('Available');
  },
);
