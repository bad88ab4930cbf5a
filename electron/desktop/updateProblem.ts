import type { UpdateProblem } from '#contract/updates.ts';

const refusals = /CHECKSUM|SIGNATURE|ERR_UPDATER_(INVALID|NO_)|ERR_BLOCKED_BY_CLIENT|only supports http/i;
const fileTroubles = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOENT'];
/**
 * A Mac's own part replaces no app that runs from the disk image or from where it was unpacked to, nor one without a
 * signature to compare with. Source: SQRLUpdater.m and SQRLCodeSignature.m in Squirrel.Mac
 */
const fixedInPlace = /read-only volume|signature for running application/i;

/** What kept a newer version away, by what the library, the file system or a Mac's own part threw. */
export function problemOf(error: unknown): UpdateProblem {
  if (!(error instanceof Error)) return 'unreachable';
  const code = 'code' in error ? String(error.code) : '';
  if (fileTroubles.includes(code) || fixedInPlace.test(error.message)) return 'notWritten';
  // The feed has other content than a feed should have.
  if (error instanceof TypeError || error instanceof RangeError) return 'refused';
  return refusals.test(`${code} ${error.message}`) ? 'refused' : 'unreachable';
}
