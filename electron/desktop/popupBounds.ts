/** A rectangle on the desktop. Units: density-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A screen: all of it, and the part that bars leave free. */
export interface Display {
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
}

type Edge = 'left' | 'right' | 'top' | 'bottom';

const gap = 8;
/** A bar on an edge makes it likelier that the icon sits there; decides ties in corners and for hidden bars. */
const barBonus = 24;

/**
 * Where the popup goes: flush with the edge at which the tray is, centred on the icon, inside the work area.
 *
 * Shape: `anchor` is the icon, or the pointer as a rectangle without size where the icon's place is not told, or null
 * when neither is known; then the popup goes into a corner: bottom right when a bar is there, else top right.
 */
export function popupBounds(anchor: Rectangle | null, display: Display, size: Size): Rectangle {
  const { workArea } = display;
  const width = Math.min(size.width, workArea.width);
  const height = Math.min(size.height, workArea.height);
  const edge = anchor === null ? cornerEdge(display) : nearestEdge(anchor, display);
  const centre = anchor === null ? rightEnd(workArea) : centreOf(anchor);
  const x =
    edge === 'left' ? workArea.x + gap : edge === 'right' ? right(workArea) - width - gap : centre.x - width / 2;
  const y =
    edge === 'top' ? workArea.y + gap : edge === 'bottom' ? bottom(workArea) - height - gap : centre.y - height / 2;
  return {
    x: Math.round(clamp(x, workArea.x, right(workArea) - width)),
    y: Math.round(clamp(y, workArea.y, bottom(workArea) - height)),
    width,
    height,
  };
}

function nearestEdge(anchor: Rectangle, { bounds, workArea }: Display): Edge {
  const { x, y } = centreOf(anchor);
  const distances: readonly (readonly [Edge, number])[] = [
    ['bottom', bottom(bounds) - y - (bottom(bounds) > bottom(workArea) ? barBonus : 0)],
    ['top', y - bounds.y - (workArea.y > bounds.y ? barBonus : 0)],
    ['left', x - bounds.x - (workArea.x > bounds.x ? barBonus : 0)],
    ['right', right(bounds) - x - (right(bounds) > right(workArea) ? barBonus : 0)],
  ];
  return distances.reduce((nearest, next) => (next[1] < nearest[1] ? next : nearest))[0];
}

function cornerEdge({ bounds, workArea }: Display): Edge {
  return bottom(bounds) > bottom(workArea) ? 'bottom' : 'top';
}

function rightEnd(workArea: Rectangle): { x: number; y: number } {
  return { x: right(workArea), y: workArea.y };
}

function centreOf({ x, y, width, height }: Rectangle): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

function right({ x, width }: Rectangle): number {
  return x + width;
}

function bottom({ y, height }: Rectangle): number {
  return y + height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
