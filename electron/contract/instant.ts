/**
 * A moment. The only form in which time crosses a room or the wall between the processes.
 *
 * Shape: ISO 8601 in UTC, as `2026-12-01T08:04:11.000Z`; branded, so that no other string passes for one.
 */
export type Instant = string & { readonly brand: 'Instant' };

/** Makes an Instant of a clock's reading. Units: milliseconds since 1970, UTC. */
export function toInstant(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString() as Instant;
}

/** The clock reading of an Instant. Units: milliseconds since 1970, UTC. */
export function toEpoch(instant: Instant): number {
  return Date.parse(instant);
}

/** Reads an HTTP date, as headers carry it; null for any other text. Units: milliseconds since 1970, UTC. */
export function epochOfHttpDate(text: string): number | null {
  if (!/^[A-Z][a-z]{2}, \d/.test(text)) return null;
  const epoch = Date.parse(text);
  return Number.isNaN(epoch) ? null : epoch;
}
