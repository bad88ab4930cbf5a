import { epochOfHttpDate, type Instant, toInstant } from './instant.ts';

/** Units: milliseconds. A service that names no time, or an absurd one, is asked again within these bounds. */
const soonest = 1_000;
const latest = 15 * 60_000;
const usual = 10_000;

/**
 * When a service that is busy wants to be asked again, by its Retry-After.
 *
 * Shape: whole or broken seconds, or an HTTP date, which is measured on the service's own clock (its Date header).
 * Units: `now` is milliseconds since 1970. Source: RFC 9110 section 10.2.3
 */
export function retryAt(headers: { get(name: string): string | null }, now: number): Instant {
  const value = headers.get('retry-after')?.trim() ?? '';
  const asked = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1_000 : dateDelay(value, headers.get('date') ?? '', now);
  return toInstant(now + Math.min(Math.max(Math.ceil(asked), soonest), latest));
}

function dateDelay(value: string, serviceDate: string, now: number): number {
  const at = epochOfHttpDate(value);
  return at === null ? usual : at - (epochOfHttpDate(serviceDate) ?? now);
}
