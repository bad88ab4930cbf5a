/**
 * A Graph request that the simulator received.
 *
 * Shape: `headers` are lower case; `authorization` says `valid`, `invalid` or nothing, never the token. `body` is the
 * parsed JSON, the text when it is none, undefined when empty. `status` is null until answered. Units: `at` in ms.
 */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number | null;
  readonly at: number;
}

/**
 * A request to the simulated Entra ID.
 *
 * Shape: `parameters` of query and form; a code, verifier, token or secret reads `[secret]`. `error` is the OAuth
 * error of the answer, null when there was none. Units: `at` in milliseconds since 1970.
 */
export interface RecordedSignIn {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly status: number | null;
  readonly error: string | null;
  readonly at: number;
}

/** A page on which the demo person's browser ended: the last one of a visit. */
export interface RecordedPage {
  readonly url: string;
  readonly status: number;
  readonly body: string;
}

// A demo may run for weeks; tests look at far fewer.
const kept = 2000;

/** Adds to a log that forgets its oldest entries; what was added can still be completed with its answer. */
export function record<T>(log: T[], entry: T): { -readonly [K in keyof T]: T[K] } {
  log.push(entry);
  if (log.length > kept) log.shift();
  return entry;
}

const secrets = ['code', 'code_verifier', 'refresh_token', 'device_code', 'client_secret', 'access_token'];

/** The parameters of a request without what must not be written down. */
export function withoutSecrets(parameters: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...parameters].map(([name, value]) => [name, secrets.includes(name) ? '[secret]' : value]),
  );
}
