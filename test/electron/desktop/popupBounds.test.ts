import { describe, expect, it } from 'vitest';
import { type Display, popupBounds, type Rectangle } from '../../../electron/desktop/popupBounds.ts';

const size = { width: 360, height: 520 };
const whole: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };

function display(workArea: Rectangle, bounds: Rectangle = whole): Display {
  return { bounds, workArea };
}

const bottomBar = display({ x: 0, y: 0, width: 1920, height: 1032 });
const topBar = display({ x: 0, y: 28, width: 1920, height: 1052 });
const leftBar = display({ x: 60, y: 0, width: 1860, height: 1080 });
const rightBar = display({ x: 0, y: 0, width: 1860, height: 1080 });
const hiddenBar = display(whole);

describe('[T3] the popup opens beside the tray, inside the work area', () => {
  const cases: readonly (readonly [string, Rectangle | null, Display, readonly [number, number, number, number]])[] = [
    ['bar at the bottom', { x: 1700, y: 1040, width: 24, height: 24 }, bottomBar, [1532, 504, 360, 520]],
    [
      'bar at the bottom, icon in the corner',
      { x: 1890, y: 1040, width: 24, height: 24 },
      bottomBar,
      [1560, 504, 360, 520],
    ],
    ['bar at the top', { x: 1500, y: 2, width: 24, height: 24 }, topBar, [1332, 36, 360, 520]],
    ['bar at the left', { x: 18, y: 1000, width: 24, height: 24 }, leftBar, [68, 560, 360, 520]],
    ['bar at the right', { x: 1878, y: 40, width: 24, height: 24 }, rightBar, [1492, 0, 360, 520]],
    ['bar that hides itself', { x: 1800, y: 1056, width: 24, height: 24 }, hiddenBar, [1560, 552, 360, 520]],
    ['a pointer instead of an icon', { x: 1712, y: 1052, width: 0, height: 0 }, bottomBar, [1532, 504, 360, 520]],
    [
      'an icon in the overflow flyout above the bar',
      { x: 1700, y: 960, width: 24, height: 24 },
      bottomBar,
      [1532, 504, 360, 520],
    ],
    ['nothing known, bar at the bottom', null, bottomBar, [1560, 504, 360, 520]],
    ['nothing known, bar at the top', null, topBar, [1560, 36, 360, 520]],
    ['an icon at x = 0', { x: 0, y: 1040, width: 24, height: 24 }, bottomBar, [0, 504, 360, 520]],
    [
      'a second display to the right',
      { x: 3600, y: 1040, width: 24, height: 24 },
      display({ x: 1920, y: 0, width: 1920, height: 1032 }, { x: 1920, y: 0, width: 1920, height: 1080 }),
      [3432, 504, 360, 520],
    ],
    [
      'a second display below',
      { x: 1700, y: 2120, width: 24, height: 24 },
      display({ x: 0, y: 1080, width: 1920, height: 1032 }, { x: 0, y: 1080, width: 1920, height: 1080 }),
      [1532, 1584, 360, 520],
    ],
    [
      'a display at negative places',
      { x: -200, y: -60, width: 24, height: 24 },
      display({ x: -1280, y: -1024, width: 1280, height: 984 }, { x: -1280, y: -1024, width: 1280, height: 1024 }),
      [-368, -568, 360, 520],
    ],
    [
      'a work area smaller than the popup',
      { x: 280, y: 380, width: 24, height: 24 },
      display({ x: 0, y: 0, width: 300, height: 370 }, { x: 0, y: 0, width: 300, height: 400 }),
      [0, 0, 300, 370],
    ],
  ];
  it.each(cases)('%s', (_name, anchor, where, [x, y, width, height]) => {
    expect(popupBounds(anchor, where, size)).toEqual({ x, y, width, height });
  });
});
