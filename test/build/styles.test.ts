import { expect, it } from 'vitest';
import { isOfOurs } from '../../build/styles.mjs';

const says = 'const useStyles = makeStyles({ root: {} });';

it.each([
  ['/home/ada/presently/renderer', '/home/ada/presently/renderer/parts/Dot.tsx', says, true],
  // As Vite names modules on Windows, whatever the folder is called there.
  ['D:\\a\\presently\\renderer', 'D:/a/presently/renderer/parts/Dot.tsx', says, true],
  ['D:\\a\\presently\\renderer', 'D:\\a\\presently\\renderer\\parts\\Dot.tsx', says, true],
  ['/home/ada/presently/renderer', '/home/ada/presently/renderer/parts/Dot.tsx', 'const plain = {};', false],
  ['/home/ada/presently/renderer', '/home/ada/presently/rendererOther/Dot.tsx', says, false],
  ['/home/ada/presently/renderer', '/home/ada/presently/renderer/node_modules/x/Dot.tsx', says, false],
])('the styles in %s of %s are worked out when the app is built: %j gives %s', (folder, id, code, isSaid) => {
  expect(isOfOurs(folder, id, code)).toBe(isSaid);
});
