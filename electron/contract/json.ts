/** Reads text that should be JSON; undefined when it is not, because gateways and portals answer in HTML. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
