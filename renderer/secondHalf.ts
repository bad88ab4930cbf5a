/** What most systems allow between the halves of a double click. Units: milliseconds. */
const longest = 500;
/** So far a hand moves between them. Units: pixels of the screen. */
const farthest = 8;

const pressable = 'button, a, input, select, textarea, [role]';
/** What does something at each press, and has no state to be seen in between. */
const command = 'a, button:not([role], [aria-pressed], [aria-expanded])';

/** What a click goes to. Named otherwise, it is another one to whoever clicks. */
function controlOf(target: EventTarget | null): { readonly control: Element | null; readonly name: string | null } {
  if (!(target instanceof Element)) return { control: null, name: null };
  const control = target.closest('label')?.control ?? target.closest(pressable);
  return { control, name: control && (control.getAttribute('aria-label') ?? control.textContent) };
}

/**
 * Keeps the second half of a double click from what its first half has brought under the pointer: another page's button,
 * say, which nobody has read yet. It goes to the switch or field that the first went to, or nowhere; a button does once
 * what it does. How many clicks the engine counts does not tell, since it begins anew where the window has moved. A click
 * by a key has no halves. Answers how to stop it.
 */
export function watchSecondHalves(page: Document): () => void {
  let first: { readonly event: MouseEvent; readonly control: Element | null; readonly name: string | null } | null =
    null;

  function isSecondHalf({ timeStamp, screenX, screenY }: MouseEvent): boolean {
    if (first === null || timeStamp - first.event.timeStamp > longest) return false;
    return Math.hypot(screenX - first.event.screenX, screenY - first.event.screenY) <= farthest;
  }

  function watch(event: MouseEvent): void {
    if (event.detail === 0) return;
    const { control, name } = controlOf(event.target);
    const isSame = control === first?.control && name === first?.name;
    if (isSecondHalf(event) && (!isSame || control?.matches(command))) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    first = { event, control, name };
  }

  page.addEventListener('click', watch, { capture: true });
  return () => page.removeEventListener('click', watch, { capture: true });
}
