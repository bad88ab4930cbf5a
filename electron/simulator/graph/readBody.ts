import type { z } from 'zod';
import { parseJson } from '#contract/json.ts';
import { type Exchange, header, type Reply } from '../exchange.ts';
import { graphError, type RequestIds } from './graphError.ts';

export type BodyOutcome<T> =
  | { readonly isGood: true; readonly value: T }
  | { readonly isGood: false; readonly reply: Reply };

/** Reads a body as an OData service does: JSON, the right members with the right values, and no others. */
export function readBody<T>(exchange: Exchange, ids: RequestIds, shape: z.ZodType<T>): BodyOutcome<T> {
  const bad = (code: string, message: string): BodyOutcome<T> => ({
    isGood: false,
    reply: graphError(ids, 400, code, message),
  });
  if (!/^application\/json\b/.test(header(exchange, 'content-type'))) {
    return bad('BadRequest', 'A missing or empty content type header was found when trying to read a message.');
  }
  const json = parseJson(exchange.body);
  if (json === undefined) {
    return bad(
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return { isGood: true, value: parsed.data };

  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const type = exchange.url.pathname.split('/').at(-1);
    return bad('BadRequest', `The property '${issue.keys[0]}' does not exist on type '${type}'.`);
  }
  const where = issue?.path.length ? `[${issue.path.map(String).map(capital).join('.')}]: ` : '';
  return bad('InvalidArgument', `${where}${issue?.message ?? 'The request is invalid.'}`);
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
