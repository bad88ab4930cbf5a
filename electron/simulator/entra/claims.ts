import { z } from 'zod';
import { parseJson } from '#contract/json.ts';

/**
 * The `claims` parameter of OpenID Connect, parsed.
 *
 * Source: https://openid.net/specs/openid-connect-core-1_0.html#ClaimsParameter
 */
const claimsShape = z.record(
  z.string(),
  z.record(
    z.string(),
    z
      .object({
        essential: z.boolean().optional(),
        value: z.string().optional(),
        values: z.array(z.string()).optional(),
      })
      .nullable(),
  ),
);
export type Claims = z.output<typeof claimsShape>;

/** Reads the parameter. An absent one is no claims; nothing when it is not a claims request (base64, for example). */
export function parseClaims(text: string | null): Claims | undefined {
  if (text === null || text === '') return {};
  const parsed = claimsShape.safeParse(parseJson(text));
  return parsed.success ? parsed.data : undefined;
}

/** Whether a token got with `given` claims answers a challenge for `wanted` ones. */
export function meetsClaims(given: Claims, wanted: Claims): boolean {
  return Object.entries(wanted).every(([section, members]) =>
    Object.entries(members).every(([name, member]) => given[section]?.[name]?.value === member?.value),
  );
}

/** Both sets of claims; of two with one name the later wins. */
export function mergeClaims(earlier: Claims, later: Claims): Claims {
  const sections = new Set([...Object.keys(earlier), ...Object.keys(later)]);
  return Object.fromEntries([...sections].map((name) => [name, { ...earlier[name], ...later[name] }]));
}
