/** Exit codes, which scripts rely on. */
export const exitCodes = { done: 0, failed: 1, usage: 2, signedOut: 3, offline: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a request came to. The text is printed as it is, on the error output unless it was done. */
export interface Answer {
  readonly code: ExitCode;
  readonly text: string;
}

/** That it was done, and what there is to say. */
export function done(text: string): Answer {
  return { code: exitCodes.done, text };
}

/** That it was not done. */
export function fail(code: ExitCode, text: string): Answer {
  return { code, text };
}

/** Reads an answer of the Presently that runs, which may be of another version; null when it is none. */
export function readAnswer(value: unknown): Answer | null {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('text' in value)) return null;
  const code = Object.values(exitCodes).find((known) => known === value.code);
  return code === undefined || typeof value.text !== 'string' ? null : { code, text: value.text };
}
