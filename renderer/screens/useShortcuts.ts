import { useEffect, useRef } from 'react';
import { useProjection } from '../projection.ts';

/** Keys in lower case, as `ctrl+q`, `alt+arrowleft`, `f5`, `o` or `1`, and what each does. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const saves = 'ctrl+enter';

/**
 * Does what a key stands for. A letter or digit that is pressed alone is text where text is written, and a search in a
 * list; it does nothing for whoever turned such keys off, as somebody does who speaks to the computer. Ctrl+Z takes back
 * what was written, and on a Mac Option with an arrow goes back by a word. Ctrl+Enter saves in a list too, which takes
 * it for Enter: a closed one does not open, and an open one takes what is marked before that.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const projection = useProjection();
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const name = nameOf(event);
      const isOfList = name === saves && listOf(event.target) !== null;
      if ((event.defaultPrevented && !isOfList) || event.isComposing) return;
      const { about, settings } = projection.getState();
      if (name.length === 1 && (!settings.singleKeys || isTyping(event.target))) return;
      const isMac = about.platform === 'darwin';
      const isOfTexts = name === 'ctrl+z' || (isMac && name === 'alt+arrowleft');
      if (isOfTexts && isText(event.target)) return;
      const act = current.current[name];
      if (act === undefined) return;
      event.preventDefault();
      if (event.repeat) return;
      // The page is drawn with what the list took only after this.
      if (isOfList) queueMicrotask(() => current.current[name]?.());
      else act();
    }
    function beforeList(event: KeyboardEvent) {
      const isClosed = listOf(event.target)?.ariaExpanded === 'false';
      if (!isClosed || nameOf(event) !== saves || current.current[saves] === undefined) return;
      event.stopPropagation();
      onKeyDown(event);
    }
    window.addEventListener('keydown', beforeList, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', beforeList, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [projection]);
}

function nameOf(event: KeyboardEvent): string {
  const control = event.ctrlKey || event.metaKey ? 'ctrl+' : '';
  const modifiers = `${control}${event.altKey ? 'alt+' : ''}`;
  // A French keyboard writes digits with Shift only: without it, they go by their place.
  const digit = modifiers === '' && !event.shiftKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined;
  // So do letters of another script, since such a keyboard has the Latin ones in the same places.
  const isForeign = /^(?!\p{Script=Latin})\p{L}/u.test(event.key);
  const letter = isForeign ? /^Key([A-Z])$/.exec(event.code)?.[1] : undefined;
  return `${modifiers}${digit ?? (letter ?? event.key).toLowerCase()}`;
}

const texts = 'textarea, input:not([type=checkbox])';

function isText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(texts) !== null;
}

function listOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[role=combobox]') : null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest(`${texts}, [role=combobox], [role=menu], [role=listbox]`) !== null;
}
