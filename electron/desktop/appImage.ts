import { relative } from 'node:path';

/**
 * The AppImage that this program runs out of; undefined where it does not.
 *
 * Shape: whatever an AppImage starts inherits its variables, an editor's terminal for one, so they say something of this
 * program only where its own file lies inside.
 */
export function appImage(
  environment: Readonly<Record<string, string | undefined>>,
  executable: string = process.execPath,
): string | undefined {
  const { APPDIR: mounted, APPIMAGE: image } = environment;
  return mounted && image && !relative(mounted, executable).startsWith('..') ? image : undefined;
}
