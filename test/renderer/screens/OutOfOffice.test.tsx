import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { click, closePopup, openPopup, press } from '../open.tsx';
import { seen } from '../stateParts.ts';
import { states } from '../states.ts';

afterEach(closePopup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const message = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

function openPage(): void {
  click(button(/^Out of office/));
}

function write(text: string): void {
  fireEvent.change(message(), { target: { value: text } });
}

describe('the out-of-office page', () => {
  it('[O1] sends switch and message together', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    write(' Back on Monday. ');
    click(button('Turn on'));
    expect(popup.sent()).toEqual([['setOutOfOffice', { isOutOfOffice: true, message: 'Back on Monday.' }]]);
    expect(heading()).toBe('Available');
  });

  it('[O2] starts from what the service says, and turns it off without a message', () => {
    const popup = openPopup(states.outOfOffice);
    openPage();
    expect(message().value).toBe('Back on Monday. For anything urgent, ask Jonas.');
    click(screen.getByRole('switch', { name: 'Out of office' }));
    expect(popup.sent()).toEqual([['setOutOfOffice', { isOutOfOffice: false, message: null }]]);
  });

  it('keeps the draft when one goes back, and forgets it when one cancels', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    write('Away 1 week');
    press('Escape');
    expect(heading()).toBe('Available');
    expect(document.activeElement).toBe(button(/^Out of office/));
    openPage();
    expect(message().value).toBe('Away 1 week');
    click(button('Cancel'));
    openPage();
    expect([message().value, popup.sent()]).toEqual(['', []]);
  });

  it('[P4] keeps the draft until the service has accepted it', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    write('Away');
    click(button('Turn on'));
    popup.tell(states.failed);
    openPage();
    expect(message().value).toBe('Away');
    press('Escape');
    popup.tell({
      ...states.homeAvailable,
      presence: seen(plainPresence('Available'), { isOutOfOffice: true, message: 'Away' }),
    });
    popup.tell(states.homeAvailable);
    openPage();
    expect(message().value).toBe('');
  });

  it('takes letters and digits as text, and Ctrl+Enter for Save', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    message().focus();
    for (const key of ['1', 'o', '0']) press(key);
    expect(popup.sent()).toEqual([]);
    press('Enter', { ctrlKey: true });
    expect(popup.sent()).toEqual([['setOutOfOffice', { isOutOfOffice: true, message: null }]]);
  });

  it('counts what can still be written', () => {
    openPopup(states.homeAvailable);
    openPage();
    write('x'.repeat(30));
    expect(screen.getByText('970')).toBeTruthy();
  });
});
