import { expect, it } from 'vitest';
import { appImage } from '../../../electron/desktop/appImage.ts';

const inside = { APPDIR: '/mnt/presently', APPIMAGE: '/home/mira/Presently.AppImage' };

it.each([
  ['out of its AppImage', inside, '/mnt/presently/presently', inside.APPIMAGE],
  ['out of a folder', {}, '/opt/Presently/presently', undefined],
  [
    'from the terminal of an AppImage',
    { APPDIR: '/mnt/editor', APPIMAGE: '/home/mira/Editor.AppImage' },
    '/opt/Presently/presently',
    undefined,
  ],
  ['beside a folder of the same beginning', { ...inside, APPDIR: '/mnt/pre' }, '/mnt/presently/presently', undefined],
] as const)('a program that is started %s', (_how, environment, executable, image) => {
  expect(appImage(environment, executable)).toBe(image);
});
