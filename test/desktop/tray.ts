import type { Desktop, Patch } from '../../build/desktop.mjs';
import { isColour } from '../../build/screen.mjs';
import { until } from '../../build/until.mjs';

/** The colours of the signs in assets/tray. */
export const trayColours = {
  green: [19, 161, 14],
  red: [209, 52, 56],
  amber: [194, 120, 0],
  berry: [194, 57, 179],
  grey: [128, 128, 128],
} as const satisfies Record<string, readonly [number, number, number]>;
export type TrayColour = keyof typeof trayColours;

/** A disc of 22 pixels has over 250 of its colour, a ring with a sign over 60; edges that shade off have fewer. */
const signPixels = 40;

/** How long a menu that was asked for is waited for. Units: milliseconds. */
const patience = 3_000;

/** Waits for the icon's pixels in the panel. */
export function trayIcon(desktop: Desktop): Promise<Patch> {
  return until('an icon in the tray', desktop.findTrayIcon, { milliseconds: 20_000 });
}

/** Presses the real mouse in the middle of the icon. */
export async function clickTray(desktop: Desktop, button: 'left' | 'right' = 'left'): Promise<void> {
  const { x, y, width, height } = await trayIcon(desktop);
  await desktop.click(Math.round(x + width / 2), Math.round(y + height / 2), button === 'left' ? 1 : 3);
}

/** Picks a line of the icon's menu, counted from above or below; what cannot be picked is not counted. */
export async function pickInTray(desktop: Desktop, way: 'Down' | 'Up', line: number): Promise<void> {
  let clickedAt = 0;
  await until('the menu', async () => {
    // One that is made anew just as it opens, as when the icon has only just turned, closes again: so it is asked for again.
    if (Date.now() - clickedAt > patience) {
      await clickTray(desktop, 'right');
      clickedAt = Date.now();
    }
    const white = await desktop.findColour([255, 255, 255], { x: 600, y: 300, width: 424, height: 430 }, 10);
    return (white?.count ?? 0) > 5_000;
  });
  await desktop.key(...Array<string>(line).fill(way), 'Return');
}

/** The colour that the icon has on the screen now; null where none of ours prevails. */
export async function trayColour(desktop: Desktop): Promise<TrayColour | null> {
  const screen = await desktop.screenshot();
  const { x: left, y: top, width, height } = desktop.trayRegion;
  const counts = new Map<TrayColour, number>();
  for (let y = top; y < top + height; y += 1) {
    for (let x = left; x < left + width; x += 1) {
      const name = nameColour(screen.data, (y * screen.width + x) * 4);
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [most] = [...counts].filter(([, count]) => count >= signPixels).sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

/** Waits until the icon has turned that colour on the screen. */
export async function trayTurns(desktop: Desktop, colour: TrayColour, milliseconds = 10_000): Promise<void> {
  await until(`a ${colour} icon in the tray`, async () => (await trayColour(desktop)) === colour, { milliseconds });
}

function nameColour(pixels: Buffer, at: number): TrayColour | null {
  const names = Object.keys(trayColours) as TrayColour[];
  const isThis = (name: TrayColour) =>
    isColour(trayColours[name], 24)(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
  return names.find(isThis) ?? null;
}
