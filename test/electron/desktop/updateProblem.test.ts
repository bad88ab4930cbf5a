import { expect, it } from 'vitest';
import { problemOf } from '../../../electron/desktop/updateProblem.ts';

const place = 'file:///Users/ada/Library/Caches/io.github.presently.Presently.ShipIt/update.x/Presently.app/';
const readOnly = 'Cannot update while running on a read-only volume. The application is on a read-only volume.';

it.each([
  ['net::ERR_INTERNET_DISCONNECTED', undefined, 'unreachable'],
  ['sha512 checksum mismatch, expected a, got b', 'ERR_CHECKSUM_MISMATCH', 'refused'],
  ['New version 2.0.0 is not signed by the application owner', 'ERR_UPDATER_INVALID_SIGNATURE', 'refused'],
  [`Code signature at URL ${place} did not pass validation: code object is not signed at all`, -1, 'refused'],
  [readOnly, 8, 'notWritten'],
  ['Could not get code signature for running application', undefined, 'notWritten'],
  ["EPERM: operation not permitted, rename 'a' -> 'b'", 'EPERM', 'notWritten'],
] as const)('an update that ends with %j (%s) is told as %s', (message, code, problem) => {
  expect(problemOf(Object.assign(new Error(message), code === undefined ? {} : { code }))).toBe(problem);
});
