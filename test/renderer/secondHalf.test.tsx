import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchSecondHalves } from '../../renderer/secondHalf.ts';
import { closePopup, openPopup, point } from './open.tsx';
import { states } from './states.ts';

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the second half of a double click', () => {
  afterEach(closePopup);

  it('on Save of a status message goes to nothing on the page that comes back', () => {
    const popup = openPopup(states.messageSet);
    point(button(/^Status message/));
    fireEvent.change(screen.getByRole('textbox', { name: 'Message' }), { target: { value: 'In the lab' } });
    point(button('Save'));
    point(button('Check again'), 'atOnce');
    expect(popup.sent().map(([command]) => command)).toEqual(['draftStatusMessage', 'setStatusMessage']);
    point(button('Check again'));
    expect(popup.sent().at(-1)).toEqual(['refreshPresence']);
  });
});

describe('a click', () => {
  let stop = () => {};
  const heard: string[] = [];
  beforeEach(() => {
    heard.length = 0;
    document.body.innerHTML = '<button>one</button><button>two</button><label>three<input type="checkbox"></label>';
    for (const control of document.querySelectorAll('button, input')) {
      control.addEventListener('click', () => heard.push(control.textContent || 'three'));
    }
    stop = watchSecondHalves(document);
  });
  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });

  /** Units: pixels of the screen, and milliseconds. */
  function clickAt(name: string, screenX: number, timeStamp: number, detail = 1): void {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, screenX, screenY: 40, detail });
    Object.defineProperty(event, 'timeStamp', { value: timeStamp });
    screen.getByText(name).dispatchEvent(event);
  }

  it.each([
    ['presses no button again at once', 'one', 100, 150, ['one']],
    ['presses a button again after a while', 'one', 100, 700, ['one', 'one']],
    ['goes to nothing else in the same place', 'two', 103, 400, ['one']],
    ['goes to something else elsewhere', 'two', 160, 150, ['one', 'two']],
    ['goes to something else after a while', 'two', 100, 700, ['one', 'two']],
  ])('%s', (_title, second, screenX, timeStamp, all) => {
    clickAt('one', 100, 0);
    clickAt(second, screenX, timeStamp);
    expect(heard).toEqual(all);
  });

  it('goes to nothing that has got another name', () => {
    clickAt('one', 100, 0);
    screen.getByText('one').textContent = 'Delete all';
    clickAt('Delete all', 100, 200);
    expect(heard).toEqual(['one']);
  });

  it('by a key is never the half of another one', () => {
    clickAt('one', 100, 0);
    clickAt('two', 100, 100, 0);
    expect(heard).toEqual(['one', 'two']);
  });

  it('on a label reaches what it is the label of, and as often as it is made', () => {
    clickAt('three', 100, 0);
    clickAt('three', 100, 150);
    expect(heard).toEqual(['three', 'three']);
  });
});
