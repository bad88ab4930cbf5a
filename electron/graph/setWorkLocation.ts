import type { WorkLocation } from '#contract/workLocation.ts';
import { sendWrite, type Writer, type Written } from './sendWrite.ts';

/**
 * Says where the user works today, above what devices and the calendar say; null takes their statement back.
 *
 * Shape: only the type; a place of the organisation's is never named. Problems: those of the client.
 * Source: https://learn.microsoft.com/graph/api/presence-setmanuallocation, …/presence-clearlocation
 */
export function setWorkLocation(writer: Writer, location: WorkLocation | null): Promise<Written> {
  const operation = location === null ? 'clearLocation' : 'setManualLocation';
  const body = location === null ? {} : { workLocationType: location, placeId: null };
  return sendWrite(writer, { operation, path: `me/presence/${operation}`, body });
}
