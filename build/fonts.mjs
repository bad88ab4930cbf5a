import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The letters of the virtual desktop, and the Debian package that brings them. */
export const fonts = { package: 'fonts-noto-core', file: '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf' };

/**
 * One family of letters whatever a page asks for, smoothed in one way, so that a page looks alike on every machine.
 * Source: https://www.freedesktop.org/software/fontconfig/fontconfig-user.html
 */
const configuration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${dirname(fonts.file)}</dir>
  <cachedir>/var/cache/fontconfig</cachedir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <match>
    <edit name="family" mode="prepend_first" binding="same"><string>Noto Sans</string></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>true</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintslight</const></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`;

/**
 * Makes them the only letters of a desktop.
 * @param {string} home the desktop's
 * @returns {Promise<NodeJS.ProcessEnv>} what its programs need to know of it
 */
export async function layOutFonts(home) {
  if (!existsSync(fonts.file))
    throw new Error(
      `The virtual desktop has no letters to write with: ${fonts.file} is missing. Install ${fonts.package}.`,
    );
  const file = join(home, 'fonts.conf');
  await writeFile(file, configuration);
  return { FONTCONFIG_FILE: file };
}
