import { FluentProvider } from '@fluentui/react-components';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Availability } from '#contract/presence.ts';
import { AvailabilityPicker, type AvailabilityPickerProps } from '../../../renderer/parts/AvailabilityPicker.tsx';
import { WordsProvider } from '../../../renderer/parts/words.ts';
import { words } from '../open.tsx';

afterEach(cleanup);

function showPicker(props: Partial<AvailabilityPickerProps>) {
  const choices: Availability[] = [];
  render(
    <FluentProvider>
      <WordsProvider value={words}>
        <AvailabilityPicker
          current={null}
          chosen={null}
          pending={null}
          hasKeys
          onChoose={(availability) => choices.push(availability)}
          {...props}
        />
      </WordsProvider>
    </FluentProvider>,
  );
  return choices;
}

const radio = (name: string) => screen.getByRole('radio', { name });
const tiles = () => screen.getAllByRole('radio').map((tile) => [tile.textContent, tile.getAttribute('aria-checked')]);
const tabStops = () =>
  screen
    .getAllByRole('radio')
    .filter((tile) => tile.tabIndex === 0)
    .map((tile) => tile.textContent);

describe('the availability picker', () => {
  it('offers the six states in their words, none checked while Microsoft 365 decides', () => {
    showPicker({ current: 'Busy' });
    expect(screen.getByRole('radiogroup', { name: 'Availability' })).toBeTruthy();
    expect(tiles()).toEqual([
      ['Available', 'false'],
      ['Busy', 'false'],
      ['Do not disturb', 'false'],
      ['Be right back', 'false'],
      ['Appear away', 'false'],
      ['Appear offline', 'false'],
    ]);
    expect(tabStops()).toEqual(['Busy']);
  });

  it('checks what was chosen, and lets one in there', () => {
    showPicker({ current: 'Offline', chosen: 'Busy' });
    expect(tiles().filter(([, checked]) => checked === 'true')).toEqual([['Busy', 'true']]);
    expect(tabStops()).toEqual(['Busy']);
  });

  it('[P2] shows a wish as busy, not as checked', () => {
    showPicker({ current: 'Available', chosen: 'Available', pending: { availability: 'Busy', isHeld: false } });
    const look = (name: string) => [radio(name).getAttribute('aria-busy'), radio(name).getAttribute('aria-checked')];
    expect({ available: look('Available'), busy: look('Busy') }).toEqual({
      available: ['false', 'true'],
      busy: ['true', 'false'],
    });
  });

  it('moves the focus with the arrows and chooses nothing by it', () => {
    const choices = showPicker({ current: 'Available' });
    radio('Available').focus();
    const path = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'Home', 'ArrowUp'].map((key) => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
      return document.activeElement?.textContent;
    });
    expect({ path, choices }).toEqual({
      path: ['Busy', 'Appear away', 'Be right back', 'Available', 'Be right back'],
      choices: [],
    });
    expect(tabStops()).toEqual(['Be right back']);
  });

  it('chooses with one click', () => {
    const choices = showPicker({});
    fireEvent.click(radio('Appear offline'));
    expect(choices).toEqual(['Offline']);
  });
});
